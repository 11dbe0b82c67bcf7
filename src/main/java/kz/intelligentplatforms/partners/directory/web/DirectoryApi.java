package kz.intelligentplatforms.partners.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.intelligentplatforms.partners.directory.DirectorySearch;
import kz.intelligentplatforms.partners.directory.Listing;
import kz.intelligentplatforms.partners.directory.ListingQuery;
import kz.intelligentplatforms.partners.directory.ListingQuery.Section;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public directory as JSON. */
@RestController
@RequestMapping("/api/v1/directory")
@Tag(name = "Directory")
class DirectoryApi {

    private static final int MAX_SIZE = 100;
    private static final int MAX_TEXT = 200;

    private final DirectorySearch directory;
    private final StructuredData structuredData;
    private final Texts texts;

    DirectoryApi(DirectorySearch directory, StructuredData structuredData, Texts texts) {
        this.directory = directory;
        this.structuredData = structuredData;
        this.texts = texts;
    }

    /** @param about in the asker's language, in Russian where the partner wrote none; empty where it wrote nothing */
    record Item(
            String slug,
            String name,
            String city,
            Tier tier,
            boolean service,
            @Nullable String website,
            String about,
            String url) {}

    record Answer(List<Item> items, int page, int size, long total) {}

    @GetMapping
    @Operation(summary = "Partners in the public directory, by name")
    @ApiResponse(responseCode = "200", description = "A page of partners; an ETag tells whether there is news")
    @ApiResponse(responseCode = "304", description = "No news since the ETag that was sent")
    @ApiResponse(responseCode = "400", description = "A parameter is not right: see errors")
    Answer find(
            @Parameter(description = "Only this level", schema = @Schema(implementation = Tier.class))
                    @RequestParam(defaultValue = "")
                    String tier,
            @Parameter(
                            description = "true: the service partners; false: partners without the service status",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(defaultValue = "")
                    String service,
            @Parameter(description = "Only this city, by its whole name, in Kazakh or Russian letters")
                    @RequestParam(defaultValue = "")
                    String city,
            @Parameter(description = "Part of the name, as it is written or in Latin letters")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "Counts from 0", schema = @Schema(type = "integer", minimum = "0"))
                    @RequestParam(defaultValue = "0")
                    String page,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
                    @RequestParam(defaultValue = "24")
                    String size,
            @Parameter(hidden = true) Locale locale) {
        var wrong = new ArrayList<Map<String, String>>();
        var level = tierOf(tier, wrong);
        var onlyService = serviceOf(service, wrong);
        check(city.length() <= MAX_TEXT, wrong, "city", texts.get("directory.api.text", MAX_TEXT));
        check(q.length() <= MAX_TEXT, wrong, "q", texts.get("directory.api.text", MAX_TEXT));
        int number = numberOf(page, 0, Integer.MAX_VALUE, wrong, "page", "directory.api.page");
        int items = numberOf(size, 1, MAX_SIZE, wrong, "size", "directory.api.size");
        if (!wrong.isEmpty()) {
            throw new WrongParameters(wrong);
        }
        boolean servicePartners = Boolean.TRUE.equals(onlyService);
        var query = new ListingQuery(
                servicePartners ? Section.SERVICE_PARTNERS : Section.PARTNERS,
                q,
                city,
                level,
                servicePartners ? null : onlyService);
        var found = directory.find(query, PageRequest.of(number, items));
        return new Answer(
                found.map(listing -> item(listing, locale)).getContent(), number, items, found.getTotalElements());
    }

    private Item item(Listing listing, Locale locale) {
        return new Item(
                listing.slug(),
                listing.name(),
                listing.city(),
                listing.tier(),
                listing.serviceStatus(),
                listing.website(),
                listing.about().in(locale),
                structuredData.addressOf(listing));
    }

    private @Nullable Tier tierOf(String typed, List<Map<String, String>> wrong) {
        var tier = Arrays.stream(Tier.values())
                .filter(known -> known.name().equals(typed))
                .findFirst();
        check(
                typed.isEmpty() || tier.isPresent(),
                wrong,
                "tier",
                texts.get("directory.api.tier", Arrays.toString(Tier.values())));
        return tier.orElse(null);
    }

    private @Nullable Boolean serviceOf(String typed, List<Map<String, String>> wrong) {
        boolean known = typed.equals("true") || typed.equals("false");
        check(typed.isEmpty() || known, wrong, "service", texts.get("directory.api.service"));
        return known ? Boolean.valueOf(typed) : null;
    }

    private int numberOf(
            String typed, int min, int max, List<Map<String, String>> wrong, String parameter, String message) {
        int number = typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
        check(number >= min && number <= max, wrong, parameter, texts.get(message, MAX_SIZE));
        return number;
    }

    private static void check(boolean right, List<Map<String, String>> wrong, String parameter, String message) {
        if (!right) {
            wrong.add(Map.of("field", parameter, "message", parameter + ": " + message));
        }
    }

    private static final class WrongParameters extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Map<String, String>> errors;

        WrongParameters(List<Map<String, String>> errors) {
            super("Wrong parameters", null, false, false);
            this.errors = errors;
        }
    }

    @ExceptionHandler
    ProblemDetail wrong(WrongParameters e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, texts.get("directory.api.wrong"));
        problem.setProperty("errors", e.errors);
        return problem;
    }
}
