package kz.intelligentplatforms.partners.points.accrual;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mail of an accrual. */
enum AccrualMail implements MailTemplate {
    POINTS_STATEMENT
}
