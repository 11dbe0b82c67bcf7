package kz.intelligentplatforms.partners.portal;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mail of the sign-in. */
enum PortalMail implements MailTemplate {
    PASSWORD_RESET
}
