package kz.intelligentplatforms.partners.notification;

/**
 * The mails there are. The texts are the messages {@code mail.<NAME>.subject}, {@code .body} and {@code .button}, with {0} the company,
 * {1} the case number and {2} a reason, task or other words.
 */
public enum MailTemplate {
    REGISTRATION_RECEIVED,
    REGISTRATION_RETURNED,
    REGISTRATION_REMINDER,
    REGISTRATION_REJECTED,
    REGISTRATION_EXPIRED,
    REGISTRATION_WITHDRAWN,
    PARTNER_INVITED,
    PARTNER_WELCOMED,
    PASSWORD_RESET,
    TASK_DUE
}
