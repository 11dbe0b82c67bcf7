package kz.intelligentplatforms.partners.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of the audit log. The database refuses to change or delete it. */
@Entity
@Immutable
class CaseEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String caseNumber;
    private Instant happenedAt;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable String actor;
    private String type;
    private @Nullable String subject;
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CaseEvent() {}

    CaseEvent(
            String caseNumber,
            Instant happenedAt,
            Actor actor,
            CaseEventType type,
            @Nullable String subject,
            @Nullable String reason) {
        this.caseNumber = caseNumber;
        this.happenedAt = happenedAt;
        this.actorKind = actor.kind();
        this.actor = actor.userId();
        this.type = type.name();
        this.subject = subject;
        this.reason = reason == null || reason.isEmpty() ? null : reason;
    }

    String caseNumber() {
        return caseNumber;
    }

    CaseEventView view(Set<String> internal) {
        return new CaseEventView(happenedAt, actorKind, actor, type, subject, reason, internal.contains(type));
    }
}
