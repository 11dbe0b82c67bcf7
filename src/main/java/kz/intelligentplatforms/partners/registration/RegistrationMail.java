package kz.intelligentplatforms.partners.registration;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mails of a registration. */
enum RegistrationMail implements MailTemplate {
    REGISTRATION_RECEIVED,
    REGISTRATION_RETURNED,
    REGISTRATION_REMINDER,
    REGISTRATION_REJECTED,
    REGISTRATION_EXPIRED,
    REGISTRATION_WITHDRAWN,
    PARTNER_INVITED,
    PARTNER_WELCOMED
}
