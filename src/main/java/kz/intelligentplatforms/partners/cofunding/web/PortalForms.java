package kz.intelligentplatforms.partners.cofunding.web;

import java.util.Objects;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cofunding.ClaimForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import org.springframework.util.MultiValueMap;

/** What partners type, as browsers send it. */
final class PortalForms {

    private PortalForms() {}

    /** Whether the form of a request was sent along. */
    static boolean holdsProposal(MultiValueMap<String, String> typed) {
        return typed.containsKey("activity") || typed.containsKey("title");
    }

    /** A request with all its lines, those that are left empty as well. */
    static CoFundingRequestForm proposal(MultiValueMap<String, String> typed) {
        return FormFields.read(typed, "", CoFundingRequestForm.class);
    }

    /** Whether the form of a claim was sent along. */
    static boolean holdsClaim(MultiValueMap<String, String> typed) {
        return typed.containsKey("claimed") || typed.containsKey("report");
    }

    /** A claim on a request of so many lines: one cost for each, wherever there is nothing typed. */
    static ClaimForm claim(MultiValueMap<String, String> typed, int lines) {
        var costs = IntStream.range(0, lines)
                .mapToObj(line -> FormFields.read(typed, "costs[" + line + "].", ClaimForm.ClaimedCost.class))
                .toList();
        return new ClaimForm(costs, text(typed, "claimed"), text(typed, "report"));
    }

    static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }
}
