package kz.intelligentplatforms.partners.purchases.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.purchases.Outcome;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseLine;
import kz.intelligentplatforms.partners.purchases.PurchaseSettings;
import kz.intelligentplatforms.partners.purchases.PurchaseSource;
import kz.intelligentplatforms.partners.purchases.Purchases;
import kz.intelligentplatforms.partners.purchases.Purchases.Received;
import kz.intelligentplatforms.partners.purchases.PurchasesRefused;
import kz.intelligentplatforms.partners.purchases.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Purchases from the ERP as JSON. */
@RestController
@RequestMapping("/api/v1/purchases")
@Tag(name = "Purchases")
class PurchaseApi {

    private final Purchases purchases;
    private final ViolationTexts flawTexts;
    private final Texts texts;
    private final ObjectReader reader;
    private final int maxList;

    PurchaseApi(
            Purchases purchases, ViolationTexts flawTexts, Texts texts, PurchaseSettings settings, ObjectMapper json) {
        this.purchases = purchases;
        this.flawTexts = flawTexts;
        this.texts = texts;
        this.reader = json.readerForListOf(PurchaseJson.class)
                .with(
                        DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.maxList = settings.maxList();
    }

    /** @param message why it counts for nobody, where its own fields tell */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Handed(
            String documentNumber, Outcome status, @Nullable String message) {}

    record Answer(List<Handed> purchases) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Hand over purchases, one or a list",
            description =
                    "What counts for anybody is recorded, or nothing where something cannot be read. The same may be sent again: its"
                            + " document is known by number, kind and year of the date, or by its id. What is recorded is corrected"
                            + " by sending what is right with corrects; what was recorded stays readable, and points follow with"
                            + " the next run.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            description = "One purchase, or a list of up to 1 000",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = PurchaseJson.class),
                                            maxItems = 1000)))
    @ApiResponse(
            responseCode = "200",
            description = "Nothing new: the purchases are KNOWN already, or SKIPPED",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "201",
            description =
                    "RECORDED; CORRECTED: in the place of what was recorded; UNMATCHED, kept apart until its buyer is a member;"
                            + " SKIPPED, of nobody or no KZT",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Not JSON, too many, or fields that are not right: see errors. Nothing is recorded",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "401", description = "Not signed in", content = @Content)
    @ApiResponse(responseCode = "403", description = "Not the ERP", content = @Content)
    @ApiResponse(
            responseCode = "409",
            description =
                    "These documents are recorded with other content, which errors tell; documents lists their numbers. Nothing"
                            + " is recorded",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The body is too large",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "503",
            description = "A large file is being recorded: try again later",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<Answer> receive(@RequestBody byte[] body, Principal user, HttpServletRequest request) {
        var list = read(body, request);
        if (list.size() > maxList) {
            throw new BadList(texts.get("purchases.api.too-many", maxList));
        }
        if (list.isEmpty()) {
            throw new BadList(texts.get("purchases.api.none"));
        }
        var lines = new ArrayList<PurchaseLine>();
        for (int i = 0; i < list.size(); i++) {
            lines.add(list.get(i).line(i));
        }
        try {
            var received = purchases.record(lines, PurchaseSource.API, user.getName());
            boolean news = received.stream()
                    .anyMatch(each -> each.status() != Outcome.KNOWN && each.status() != Outcome.SKIPPED);
            return ResponseEntity.status(news ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(new Answer(received.stream().map(this::handed).toList()));
        } catch (PurchasesRefused refused) {
            throw new Refused(refused.flaws(), lines, isList(body));
        }
    }

    private Handed handed(Received received) {
        var note = received.note();
        var message = note == null ? null : flawTexts.field(note) + ": " + flawTexts.text(note);
        return new Handed(received.documentNumber(), received.status(), message);
    }

    private List<PurchaseJson> read(byte[] body, HttpServletRequest request) {
        try {
            List<PurchaseJson> list = reader.readValue(body);
            if (list == null || list.contains(null)) {
                throw new HttpMessageNotReadableException("null", new ServletServerHttpRequest(request));
            }
            return list;
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("Not JSON", e, new ServletServerHttpRequest(request));
        }
    }

    /** Whether the errors name which of several it is. */
    private static boolean isList(byte[] body) {
        for (var character : body) {
            if (character == '[' || character == '{') {
                return character == '[';
            }
        }
        return false;
    }

    private static final class BadList extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadList(String message) {
            super(message, null, false, false);
        }
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Violation> flaws;
        private final transient List<PurchaseLine> lines;
        private final boolean list;

        Refused(List<Violation> flaws, List<PurchaseLine> lines, boolean list) {
            super("Refused", null, false, false);
            this.flaws = flaws;
            this.lines = lines;
            this.list = list;
        }
    }

    @ExceptionHandler
    ProblemDetail bad(BadList e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(Refused e) {
        var wrong = e.flaws.stream().filter(flaw -> !flaw.kind().isConflict()).toList();
        if (!wrong.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "purchases.api.invalid", wrong, e.list);
        }
        var problem = problem(HttpStatus.CONFLICT, "purchases.api.conflict", e.flaws, e.list);
        problem.setProperty(
                "documents",
                e.flaws.stream()
                        .map(flaw -> e.lines
                                .get(flaw.line())
                                .cell(PurchaseField.DOCUMENT_NUMBER)
                                .text())
                        .toList());
        return problem;
    }

    private ProblemDetail problem(HttpStatus status, String text, List<Violation> flaws, boolean inList) {
        var problem = ProblemDetail.forStatusAndDetail(status, texts.get(text));
        problem.setProperty(
                "errors", flaws.stream().map(flaw -> error(flaw, inList)).toList());
        return problem;
    }

    private Map<String, String> error(Violation flaw, boolean inList) {
        var field = flaw.field() == null ? "" : flaw.field().property();
        var text = flaw.kind() == Violation.Kind.DUPLICATE
                ? texts.get("purchases.api.duplicate", "[" + flaw.arguments().get(0) + "]")
                : flawTexts.text(flaw);
        return Map.of(
                "field",
                inList ? "[" + flaw.line() + "]." + field : field,
                "message",
                flawTexts.field(flaw) + ": " + text);
    }

    /** On the embedded database nobody waits for long. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(PessimisticLockingFailureException e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, texts.get("purchases.api.busy")));
    }
}
