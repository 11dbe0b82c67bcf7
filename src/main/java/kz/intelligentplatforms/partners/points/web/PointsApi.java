package kz.intelligentplatforms.partners.points.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsSummaries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A partner's points as JSON, for the ERP. */
@RestController
@Tag(name = "Points")
class PointsApi {

    private final Partners partners;
    private final PointsSummaries summaries;
    private final Texts texts;
    private final Clock clock;

    PointsApi(Partners partners, PointsSummaries summaries, Texts texts, Clock clock) {
        this.partners = partners;
        this.summaries = summaries;
        this.texts = texts;
        this.clock = clock;
    }

    record Points(
            @Schema(description = "BIN or IIN; of partners in Kazakhstan")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String partnerBin,

            @Schema(description = "ISO 3166 alpha-2; of partners outside Kazakhstan")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String partnerCountry,

            @Schema(description = "Of partners outside Kazakhstan") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String partnerTaxNumber,

            String name,

            @Schema(description = "Sum of all entries; negative when returns took back more than there was")
            long balance,

            @Schema(description = "Set aside for rewards that were asked for")
            long reserved,

            @Schema(description = "What may be spent: the balance less what is reserved, never below 0")
            long available,

            Term term,
            Instant asOf) {}

    @Schema(name = "PointsTerm")
    record Term(
            LocalDate from,
            LocalDate to,

            @Schema(description = "Sales less returns of the term, in KZT")
            BigDecimal purchases,

            @Schema(description = "The highest rate these reach", example = "0.02")
            BigDecimal rate) {}

    @GetMapping("/api/v1/partners/{bin}/points")
    @Operation(summary = "A partner's points and its purchases of this term; for the role erp")
    @ApiResponse(responseCode = "200", description = "Points, purchases and rate as they are now")
    @ApiResponse(
            responseCode = "400",
            description = "This is no BIN or IIN",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "404",
            description = "The company is no member of the program",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    Points points(
            @Parameter(description = "BIN or IIN, 12 digits", example = "990140000017") @PathVariable String bin) {
        return points(TaxIdentity.kazakh(bin));
    }

    @GetMapping("/api/v1/partners/{country}/{taxNumber}/points")
    @Operation(summary = "The same of a partner outside Kazakhstan, by country and tax number; for the role erp")
    @ApiResponse(responseCode = "200", description = "Points, purchases and rate as they are now")
    @ApiResponse(
            responseCode = "400",
            description = "There is no such tax number",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "404",
            description = "The company is no member of the program",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    Points points(
            @Parameter(description = "ISO 3166 alpha-2", example = "RU") @PathVariable String country,
            @Parameter(example = "7707083893") @PathVariable String taxNumber) {
        return points(new TaxIdentity(country.toUpperCase(Locale.ROOT), taxNumber.toUpperCase(Locale.ROOT)));
    }

    private Points points(TaxIdentity identity) {
        boolean kazakh = identity.isKazakh();
        if (!identity.isValid()) {
            throw problem(HttpStatus.BAD_REQUEST, kazakh ? "points.api.no-bin" : "points.api.no-tax-number");
        }
        var partner =
                partners.byIdentity(identity).orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "points.api.no-member"));
        var summary = summaries.of(partner);
        return new Points(
                kazakh ? identity.taxNumber() : null,
                kazakh ? null : identity.country(),
                kazakh ? null : identity.taxNumber(),
                partner.company().name(),
                summary.balance().balance(),
                summary.balance().reserved(),
                summary.balance().available(),
                new Term(summary.from(), summary.to(), summary.purchases(), summary.rate()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private ErrorResponseException problem(HttpStatus status, String text) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, texts.get(text)), null);
    }
}
