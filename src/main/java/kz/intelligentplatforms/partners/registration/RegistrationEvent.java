package kz.intelligentplatforms.partners.registration;

import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in registrations only. */
public enum RegistrationEvent implements CaseEventType {
    REGISTERED,
    INVITED
}
