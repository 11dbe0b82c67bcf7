package kz.intelligentplatforms.partners.notification;

/** The mail to the vendor's people. */
enum TaskMail implements MailTemplate {
    TASK_DUE
}
