package kz.intelligentplatforms.partners.tierupgrade;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mails of a level change. */
enum TierUpgradeMail implements MailTemplate {
    TIER_APPLICATION_RECEIVED,
    TIER_CHECK_RETURNED,
    TIER_APPLICATION_RETURNED,
    TIER_REMINDER,
    TIER_CHANGED,
    TIER_REJECTED,
    TIER_EXPIRED,
    TIER_WITHDRAWN
}
