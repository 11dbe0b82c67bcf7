package kz.intelligentplatforms.partners.points.accrual;

/** Where a run stands. */
public enum AccrualStatus {
    /** Nothing is calculated yet, or it has to be calculated anew. */
    OPEN,
    CALCULATING,
    REVIEW,
    POSTING,
    /** All is posted, statements go out. */
    TELLING,
    POSTED,
    REJECTED
}
