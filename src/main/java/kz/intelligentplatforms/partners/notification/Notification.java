package kz.intelligentplatforms.partners.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.intelligentplatforms.partners.notification.Mail.MailLink;
import kz.intelligentplatforms.partners.notification.Mail.Page;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose;
import org.jspecify.annotations.Nullable;

/** A mail on its way. */
@Entity
class Notification extends AssignedId<String> {

    @Id
    private String id;

    private @Nullable String caseNumber;
    private String recipient;
    private String language;

    private String template;

    @Convert(converter = WordsColumn.class)
    @Column(name = "arguments")
    private Map<String, String> words;

    @Enumerated(EnumType.STRING)
    private @Nullable Purpose link;

    private @Nullable String linkSubject;
    private @Nullable String page;
    private Instant createdAt;
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Notification() {}

    Notification(Mail mail, Instant createdAt) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = mail.caseNumber();
        this.recipient = mail.recipient();
        this.language = mail.language();
        this.template = mail.template().name();
        this.words = mail.words();
        if (mail.target() instanceof MailLink target) {
            this.link = target.purpose();
            this.linkSubject = target.subject();
        } else if (mail.target() instanceof Page target) {
            this.page = target.path();
        }
        this.createdAt = createdAt;
    }

    Mail mail() {
        var target = link == null || linkSubject == null
                ? new Page(Objects.requireNonNull(page))
                : new MailLink(link, linkSubject);
        return new Mail(recipient, language, () -> template, caseNumber, words, target);
    }

    /** The first time counts. */
    void sent(Instant now) {
        if (sentAt == null) {
            sentAt = now;
        }
    }

    boolean isSent() {
        return sentAt != null;
    }

    @Override
    public String getId() {
        return id;
    }
}
