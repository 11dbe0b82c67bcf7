package kz.intelligentplatforms.partners.registration;

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
    WITHDRAWN
}
