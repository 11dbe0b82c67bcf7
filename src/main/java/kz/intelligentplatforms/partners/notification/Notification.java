package kz.intelligentplatforms.partners.notification;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.intelligentplatforms.partners.notification.Mail.MailLink;
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

    @Enumerated(EnumType.STRING)
    private MailTemplate template;

    @Convert(converter = JsonList.class)
    private List<String> arguments;

    @Enumerated(EnumType.STRING)
    private @Nullable Purpose link;

    private @Nullable String linkSubject;
    private Instant createdAt;
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Notification() {}

    Notification(Mail mail, Instant createdAt) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = mail.caseNumber();
        this.recipient = mail.recipient();
        this.language = mail.language();
        this.template = mail.template();
        this.arguments = mail.arguments();
        this.link = mail.link() == null ? null : mail.link().purpose();
        this.linkSubject = mail.link() == null ? null : mail.link().subject();
        this.createdAt = createdAt;
    }

    Mail mail() {
        var target = link == null || linkSubject == null ? null : new MailLink(link, linkSubject);
        return new Mail(recipient, language, template, caseNumber, arguments, target);
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
