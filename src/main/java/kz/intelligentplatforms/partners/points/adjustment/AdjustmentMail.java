package kz.intelligentplatforms.partners.points.adjustment;

import kz.intelligentplatforms.partners.notification.MailTemplate;

/** The mail of an adjustment. */
enum AdjustmentMail implements MailTemplate {
    POINTS_ADJUSTED
}
