package kz.intelligentplatforms.partners.cases;

/** What can happen in cases of one kind: an enum of its module. The text is the message {@code case.event.<name>}. */
public interface CaseEventType {

    String name();

    /** What the vendor's people say to each other, and comments on approvals, are not promised to the company. */
    default boolean isReasonInternal() {
        return false;
    }
}
