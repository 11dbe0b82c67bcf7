package kz.intelligentplatforms.partners.tierupgrade;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import org.jspecify.annotations.Nullable;

/** A partner's application for a level or the service status. While it is open, there is no second one of its kind. */
@Entity
class TierApplication extends AssignedId<String> {

    @Id
    private String caseNumber;

    private long partnerId;

    @Enumerated(EnumType.STRING)
    private TargetStatus target;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private @Nullable String openKind;
    private Instant submittedAt;
    private @Nullable String decisionReason;

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("requirement")
    private List<TierCheck> checks = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected TierApplication() {}

    TierApplication(String caseNumber, long partnerId, TargetStatus target, Instant now) {
        this.caseNumber = caseNumber;
        this.partnerId = partnerId;
        this.target = target;
        this.submittedAt = now;
        this.status = ApplicationStatus.OPEN;
        this.openKind = kindOf(partnerId, target);
    }

    /** Of each kind a partner has one open application: for a level, for the service status. */
    static String kindOf(long partnerId, TargetStatus target) {
        return partnerId + (target.isService() ? ":SERVICE" : ":LEVEL");
    }

    /** Adds what the rules ask for and is not there yet. */
    void require(Requirement requirement, boolean evidenceGiven, Optional<Checked> stillHolding) {
        requireOpen();
        if (check(requirement).isEmpty()) {
            var check = new TierCheck(this, requirement, evidenceGiven);
            stillHolding.ifPresent(check::reuse);
            checks.add(check);
        }
    }

    /** The requirements that somebody has to do something about. */
    List<Requirement> undecided() {
        return checks.stream()
                .filter(check -> !check.isDecided())
                .map(TierCheck::requirement)
                .toList();
    }

    Optional<TierCheck> check(Requirement requirement) {
        return checks.stream()
                .filter(check -> check.requirement() == requirement)
                .findFirst();
    }

    /** @throws IllegalStateException when the application is closed or does not take this check */
    TierCheck openCheck(Requirement requirement) {
        requireOpen();
        return check(requirement)
                .orElseThrow(() -> new IllegalStateException(caseNumber + " takes no check of " + requirement));
    }

    /** The decision is to have these said anew. */
    void sendBack(Collection<Requirement> parts, String why) {
        parts.forEach(part -> openCheck(part).await(why));
        decisionReason = why;
    }

    /** The program manager said no; the case closes with {@link #close}. */
    void refuse(String why) {
        requireOpen();
        decisionReason = why;
    }

    void close(ApplicationStatus outcome) {
        requireOpen();
        status = outcome;
        openKind = null;
    }

    boolean isOpen() {
        return status == ApplicationStatus.OPEN;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("Application " + caseNumber + " is " + status);
        }
    }

    TierApplicationView view() {
        return new TierApplicationView(
                caseNumber,
                partnerId,
                target,
                status,
                submittedAt,
                decisionReason,
                checks.stream()
                        .map(TierCheck::view)
                        .sorted(Comparator.comparing(CheckView::requirement))
                        .toList());
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
