package kz.intelligentplatforms.partners.cofunding;

/** What shows that an activity was held; {@code co-funding-rules.dmn} says which of them each kind of activity takes. */
public enum Proof {
    INVOICE,
    PHOTOS,
    PARTICIPANTS,
    REPORT,
    PUBLICATION
}
