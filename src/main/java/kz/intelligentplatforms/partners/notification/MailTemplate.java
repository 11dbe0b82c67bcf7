package kz.intelligentplatforms.partners.notification;

/**
 * A mail there is; each module's are an enum of its own. The texts are the messages {@code mail.<NAME>.subject}, {@code .body} and
 * {@code .button}, in which words in braces, such as {@code {company}}, stand for those that the mail brings.
 */
public interface MailTemplate {

    String name();
}
