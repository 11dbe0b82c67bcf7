package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mails of a change in the directory. */
enum ListingMail implements MailTemplate {
    LISTING_RETURNED,
    LISTING_PUBLISHED,
    LISTING_REJECTED,
    LISTING_EXPIRED
}
