package kz.intelligentplatforms.partners.rewards;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mails of a request for a reward. */
enum RedemptionMail implements MailTemplate {
    REDEMPTION_RECEIVED,
    REDEMPTION_APPROVED,
    REDEMPTION_FULFILLED,
    REDEMPTION_REJECTED
}
