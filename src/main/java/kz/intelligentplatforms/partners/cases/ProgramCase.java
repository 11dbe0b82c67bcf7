package kz.intelligentplatforms.partners.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.jspecify.annotations.Nullable;

/** A case: what is common to all processes. It knows where it stands, not why. */
@Entity
class ProgramCase extends AssignedId<String> {

    @Id
    private String caseNumber;

    private String kind;

    private String title;
    private String identity;
    private @Nullable Long partnerId;
    private String stage;

    @Enumerated(EnumType.STRING)
    private Turn turn;

    private @Nullable Instant dueAt;
    private Instant openedAt;
    private @Nullable Instant closedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ProgramCase() {}

    ProgramCase(String number, CaseKind kind, String title, String identity, CaseStep step, Instant openedAt) {
        this.caseNumber = number;
        this.kind = kind.name();
        this.title = title;
        this.identity = identity;
        this.stage = step.stage().name();
        this.turn = step.turn();
        this.dueAt = step.dueAt();
        this.openedAt = openedAt;
    }

    /** @throws IllegalStateException when the case is closed */
    void moveTo(CaseStep step, Instant now) {
        if (closedAt != null) {
            throw new IllegalStateException("Case " + caseNumber + " is closed");
        }
        stage = step.stage().name();
        turn = step.turn();
        dueAt = step.dueAt();
        closedAt = turn == Turn.NOBODY ? now : null;
    }

    void rename(String title, String identity) {
        this.title = title;
        this.identity = identity;
    }

    void belongsTo(long partner) {
        partnerId = partner;
    }

    Optional<Long> partner() {
        return Optional.ofNullable(partnerId);
    }

    CaseView view(Set<Group> holders) {
        return new CaseView(caseNumber, kind, title, stage, turn, holders, dueAt, openedAt, closedAt);
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
