package kz.intelligentplatforms.partners.registration;

import java.util.EnumSet;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.CaseStage;

/** Where a registration stands. */
public enum RegistrationStage implements CaseStage {
    RECEIVED,
    REVIEW,
    CORRECTION,
    REGISTERING,
    REGISTERED,
    REJECTED,
    EXPIRED,
    WITHDRAWN;

    private static final Set<RegistrationStage> CLOSED = EnumSet.of(REGISTERED, REJECTED, EXPIRED, WITHDRAWN);

    boolean isClosed() {
        return CLOSED.contains(this);
    }
}
