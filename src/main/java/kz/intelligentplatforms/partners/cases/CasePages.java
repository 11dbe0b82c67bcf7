package kz.intelligentplatforms.partners.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a module shows of one kind of its cases, on the pages that know cases of all kinds: a bean of the module. */
public interface CasePages {

    CaseKind kind();

    /** The partner's own page of a case, where the kind has one; nothing where all there is to see is where it stands. */
    default Optional<String> portalPage(String caseNumber) {
        return Optional.empty();
    }

    /** Where the partner goes on from a case that has no page of its own. */
    default Optional<Onward> onward(CaseView view, long partnerId) {
        return Optional.empty();
    }

    /** How far a case is; empty where the kind has no such line. */
    default List<ProgressStep> progress(CaseView view) {
        return List.of();
    }

    /**
     * What the vendor's people see of a case beside where it stands and its history.
     *
     * @param groups ids of those of whoever reads
     */
    default Optional<StaffPart> staffPart(CaseView view, Collection<String> groups) {
        return Optional.empty();
    }

    /**
     * A link.
     *
     * @param text its message key
     */
    record Onward(String address, String text) {}

    /**
     * A part of a page.
     *
     * @param fragment of a template, such as {@code rewards/redemption :: facts}
     * @param model what the fragment shows, by name
     * @param partnerId whose case it is, where the case does not say so itself
     */
    record StaffPart(
            String fragment,
            Map<String, Object> model,
            @Nullable Long partnerId) {

        public StaffPart(String fragment, String name, Object shown) {
            this(fragment, Map.of(name, shown), null);
        }
    }
}
