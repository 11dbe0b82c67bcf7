package kz.intelligentplatforms.partners.cofunding.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cofunding.ClaimForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import org.springframework.util.MultiValueMap;

/** What partners type, as browsers send it: a field's name is its path, such as {@code costs[0].title}. */
final class PortalForms {

    private PortalForms() {}

    /** Whether the form of a request was sent along. */
    static boolean holdsProposal(MultiValueMap<String, String> typed) {
        return typed.containsKey("activity") || typed.containsKey("title");
    }

    /** A request with all its lines, those that are left empty as well. */
    static CoFundingRequestForm proposal(MultiValueMap<String, String> typed) {
        return new CoFundingRequestForm(
                text(typed, "activity"),
                text(typed, "title"),
                text(typed, "description"),
                text(typed, "city"),
                text(typed, "startsOn"),
                text(typed, "endsOn"),
                text(typed, "audience"),
                text(typed, "expectedLeads"),
                lines(typed),
                text(typed, "asked"));
    }

    /** One more than there may be, so that nothing typed gets lost in silence. */
    private static List<CoFundingRequestForm.Cost> lines(MultiValueMap<String, String> typed) {
        return IntStream.rangeClosed(0, CoFundingRequestForm.MAX_LINES)
                .mapToObj(line -> "costs[" + line + "].")
                .filter(line -> typed.containsKey(line + "title") || typed.containsKey(line + "cost"))
                .map(line -> new CoFundingRequestForm.Cost(text(typed, line + "title"), text(typed, line + "cost")))
                .toList();
    }

    /** Whether the form of a claim was sent along. */
    static boolean holdsClaim(MultiValueMap<String, String> typed) {
        return typed.containsKey("claimed") || typed.containsKey("report");
    }

    /** A claim on a request of so many lines. */
    static ClaimForm claim(MultiValueMap<String, String> typed, int lines) {
        var costs = IntStream.range(0, lines)
                .mapToObj(line -> "costs[" + line + "].")
                .map(line -> new ClaimForm.ClaimedCost(
                        text(typed, line + "spent"),
                        text(typed, line + "invoiceNumber"),
                        text(typed, line + "invoicedOn")))
                .toList();
        return new ClaimForm(costs, text(typed, "claimed"), text(typed, "report"));
    }

    static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }
}
