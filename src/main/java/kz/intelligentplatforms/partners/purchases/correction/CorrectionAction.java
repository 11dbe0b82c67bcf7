package kz.intelligentplatforms.partners.purchases.correction;

/** What is asked for a recorded purchase; the messages {@code correction.action.<NAME>}. */
public enum CorrectionAction {
    /** It counts for nothing. */
    VOID,
    /** It says something else. */
    CORRECT,
    /** It was voided and counts again, as it was or corrected. */
    RESTORE
}
