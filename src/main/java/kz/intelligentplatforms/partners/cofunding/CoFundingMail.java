package kz.intelligentplatforms.partners.cofunding;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mails of a request for co-funding. */
enum CoFundingMail implements MailTemplate {
    CO_FUNDING_RECEIVED,
    CO_FUNDING_INELIGIBLE,
    CO_FUNDING_RETURNED,
    CO_FUNDING_REMINDER,
    CO_FUNDING_REJECTED,
    CO_FUNDING_UNANSWERED,
    CO_FUNDING_APPROVED,
    CO_FUNDING_CHANGE_APPROVED,
    CO_FUNDING_CHANGE_REJECTED,
    CO_FUNDING_PROOF_AWAITED,
    CO_FUNDING_PROOF_REMINDER,
    CO_FUNDING_EXTENDED,
    CO_FUNDING_EXPIRED,
    CO_FUNDING_CLAIM_RETURNED,
    CO_FUNDING_CLAIM_REFUSED,
    CO_FUNDING_REFUSED,
    CO_FUNDING_PAID,
    CO_FUNDING_CANCELLED,
    CO_FUNDING_WITHDRAWN
}
