package kz.intelligentplatforms.partners.demo;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Where mails go on the embedded default, as long as no mail server is set: files that the browser shows. */
@Component
@ConditionalOnExpression("${program.demo:false} and '${spring.mail.host:}' == ''")
class DemoMailbox extends JavaMailSenderImpl {

    private static final int SHOWN = 100;

    private final Path directory;

    DemoMailbox(@Value("${program.demo-mail:data/mail}") Path directory) {
        this.directory = directory;
    }

    /** A mail as it lies in the box. */
    record DemoMail(String id, Instant sentAt, String to, String subject, String text) {}

    @Override
    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
        for (var message : messages) {
            try {
                Files.createDirectories(directory);
                message.saveChanges();
                var id = message.getMessageID().replaceAll("[<>]|@.*", "");
                try (var file = Files.newOutputStream(directory.resolve(id + ".eml"))) {
                    message.writeTo(file);
                }
            } catch (IOException | MessagingException e) {
                throw new MailSendException("The demo mailbox cannot be written", e);
            }
        }
    }

    /** The latest mails, newest first. */
    List<DemoMail> latest() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(DemoMailbox::writtenAt).reversed())
                    .limit(SHOWN)
                    .map(DemoMailbox::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<DemoMail> byId(String id) {
        return latest().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoMail read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), stream);
            var to = message.getRecipients(Message.RecipientType.TO)[0].toString();
            var id = file.getFileName().toString().replace(".eml", "");
            return new DemoMail(
                    id,
                    writtenAt(file),
                    to,
                    message.getSubject(),
                    plainText(message).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = plainText(parts.getBodyPart(i));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
