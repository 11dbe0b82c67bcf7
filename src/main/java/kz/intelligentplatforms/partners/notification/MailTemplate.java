package kz.intelligentplatforms.partners.notification;

/**
 * The mails there are. The texts are the messages {@code mail.<NAME>.subject}, {@code .body} and {@code .button}, with {0} the company,
 * {1} the case number and {2} a reason, task or other words; those about a level have {3} what was applied for and {4} a requirement;
 * those about points have {2} a quarter, reward or reason, {3} points and {4} the balance after it;
 * those about co-funding have {3} the activity's title, {4} a sum and {5} a day.
 */
public enum MailTemplate {
    REGISTRATION_RECEIVED(Opens.LINK),
    REGISTRATION_RETURNED(Opens.LINK),
    REGISTRATION_REMINDER(Opens.LINK),
    REGISTRATION_REJECTED(Opens.LINK),
    REGISTRATION_EXPIRED(Opens.LINK),
    REGISTRATION_WITHDRAWN(Opens.LINK),
    PARTNER_INVITED(Opens.LINK),
    PARTNER_WELCOMED(Opens.LINK),
    PASSWORD_RESET(Opens.LINK),
    TIER_APPLICATION_RECEIVED(Opens.CASE_ON_PORTAL),
    TIER_CHECK_RETURNED(Opens.CASE_ON_PORTAL),
    TIER_APPLICATION_RETURNED(Opens.CASE_ON_PORTAL),
    TIER_REMINDER(Opens.CASE_ON_PORTAL),
    TIER_CHANGED(Opens.CASE_ON_PORTAL),
    TIER_REJECTED(Opens.CASE_ON_PORTAL),
    TIER_EXPIRED(Opens.CASE_ON_PORTAL),
    TIER_WITHDRAWN(Opens.CASE_ON_PORTAL),
    LISTING_RETURNED(Opens.CASE_ON_PORTAL),
    LISTING_PUBLISHED(Opens.CASE_ON_PORTAL),
    LISTING_REJECTED(Opens.CASE_ON_PORTAL),
    LISTING_EXPIRED(Opens.CASE_ON_PORTAL),
    POINTS_STATEMENT(Opens.POINTS),
    POINTS_ADJUSTED(Opens.POINTS),
    REDEMPTION_RECEIVED(Opens.CASE_ON_PORTAL),
    REDEMPTION_APPROVED(Opens.CASE_ON_PORTAL),
    REDEMPTION_FULFILLED(Opens.CASE_ON_PORTAL),
    REDEMPTION_REJECTED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_RECEIVED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_INELIGIBLE(Opens.CASE_ON_PORTAL),
    CO_FUNDING_RETURNED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_REMINDER(Opens.CASE_ON_PORTAL),
    CO_FUNDING_REJECTED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_UNANSWERED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_APPROVED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_CHANGE_APPROVED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_CHANGE_REJECTED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_PROOF_AWAITED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_PROOF_REMINDER(Opens.CASE_ON_PORTAL),
    CO_FUNDING_EXTENDED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_EXPIRED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_CLAIM_RETURNED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_CLAIM_REFUSED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_REFUSED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_PAID(Opens.CASE_ON_PORTAL),
    CO_FUNDING_CANCELLED(Opens.CASE_ON_PORTAL),
    CO_FUNDING_WITHDRAWN(Opens.CASE_ON_PORTAL),
    TASK_DUE(Opens.TASKLIST);

    /** What the mail's button opens. */
    enum Opens {
        /** The mail's own link, for its receiver only. */
        LINK,
        /** The case, once the partner has signed in. */
        CASE_ON_PORTAL,
        /** The partner's points. */
        POINTS,
        TASKLIST
    }

    private final Opens opens;

    MailTemplate(Opens opens) {
        this.opens = opens;
    }

    Opens opens() {
        return opens;
    }
}
