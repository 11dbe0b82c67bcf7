package kz.intelligentplatforms.partners.partner;

import java.util.Map;
import java.util.function.Function;

/**
 * What a module says of a partner on a page that says all of it: a bean of the module, in the order of the beans.
 *
 * @param fragment of a template, such as {@code points/panels :: home}
 * @param model what the fragment shows, by name
 */
public record PartnerPanel(Place place, String fragment, Function<PartnerView, Map<String, Object>> model) {

    /** Where a panel stands. */
    public enum Place {
        /** Among the cards of the partner's own page. */
        HOME,
        /** Among the cards of its page for the vendor's people. */
        STAFF_CARD,
        /** On its page for the vendor's people, below the cards. */
        STAFF_SECTION
    }
}
