package kz.intelligentplatforms.partners.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.notification.Mail.MailLink;
import kz.intelligentplatforms.partners.notification.Mail.Page;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.security.AccessTokens;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a mail in its reader's language, as plain text and as HTML. */
@Component
class MailComposer {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final AccessTokens tokens;
    private final ProgramSettings settings;

    MailComposer(MessageSource messages, ITemplateEngine templates, AccessTokens tokens, ProgramSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * The message, ready to send.
     *
     * @param id becomes the Message-ID, the same at every attempt, so that a mail sent twice shows once
     */
    MimeMessage compose(String id, Mail mail) {
        var locale = Locale.forLanguageTag(mail.language());
        var subject = text(mail, "subject", locale);
        var paragraphs = List.of(text(mail, "body", locale).split("\n"));
        var link = linkOf(mail);
        var signature = messages.getMessage("mail.signature", new Object[] {settings.vendorName()}, locale);

        var context = new Context(locale);
        context.setVariable("subject", subject);
        context.setVariable("paragraphs", paragraphs);
        context.setVariable("button", text(mail, "button", locale));
        context.setVariable("link", link.toString());
        context.setVariable("signature", signature);
        context.setVariable("vendor", settings.vendorName());
        var html = templates.process("mail/message", context);
        var plain = String.join("\n\n", paragraphs) + "\n\n" + link + "\n\n-- \n" + signature;
        try {
            var message =
                    new StableIdMessage("<" + id + "@" + settings.baseUrl().getHost() + ">");
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.mailFrom());
            helper.setTo(mail.recipient());
            helper.setSubject(subject);
            helper.setText(plain, html);
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + id + " cannot be written", e);
        }
    }

    private String text(Mail mail, String part, Locale locale) {
        var text = messages.getMessage("mail." + mail.template().name() + "." + part, null, locale);
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(word(mail, name.group(1))));
    }

    private static String word(Mail mail, String name) {
        var word = mail.words().get(name);
        if (word == null) {
            throw new IllegalStateException(mail.template().name() + " has no word for {" + name + "}");
        }
        return word;
    }

    private URI linkOf(Mail mail) {
        if (mail.target() instanceof MailLink link) {
            return tokens.newLink(link.purpose(), link.subject());
        }
        return URI.create(settings.baseUrl() + ((Page) mail.target()).path());
    }

    /** A message whose Message-ID is ours: the mail library would give it a new one at every attempt. */
    private static final class StableIdMessage extends MimeMessage {

        /** To write a mail takes none; making one anew for each reads its defaults from the whole class path. */
        private static final Session NO_SERVER = Session.getInstance(new Properties());

        private final String messageId;

        StableIdMessage(String messageId) {
            super(NO_SERVER);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
