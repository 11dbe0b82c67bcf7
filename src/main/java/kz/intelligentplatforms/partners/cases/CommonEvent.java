package kz.intelligentplatforms.partners.cases;

/** What happens in cases of several kinds. */
public enum CommonEvent implements CaseEventType {
    APPLIED,
    RETURNED,
    REMINDED,
    CORRECTED,
    APPROVED,
    REJECTED,
    EXPIRED,
    WITHDRAWN;

    @Override
    public boolean isReasonInternal() {
        return this == APPROVED;
    }
}
