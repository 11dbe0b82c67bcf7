package kz.intelligentplatforms.partners.tierupgrade;

import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.CHANGED;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.CHANGING;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.CHECKS;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.CORRECTION;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.DECISION;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.EXPIRED;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.RECEIVED;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.REJECTED;
import static kz.intelligentplatforms.partners.tierupgrade.LevelStage.WITHDRAWN;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
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
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.StagedCase;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import org.jspecify.annotations.Nullable;

/** A partner's application for a level or the service status. While it is open, there is no second one of its kind. */
@Entity
class TierApplication extends StagedCase<LevelStage> {

    @Id
    private String caseNumber;

    private long partnerId;

    @Enumerated(EnumType.STRING)
    private TargetStatus target;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private LevelStage stage;

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
        this.stage = RECEIVED;
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

    /** It stands where the first of its open checks needs somebody: the partner before the vendor. */
    CaseStep check() {
        boolean awaited = checks.stream().anyMatch(check -> check.is(CheckStatus.AWAITED));
        var needed = awaited ? CheckStatus.AWAITED : CheckStatus.OPEN;
        var due = checks.stream()
                .filter(check -> check.is(needed))
                .map(check -> check.view().dueAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (awaited) {
            return moveTo(CORRECTION, Turn.COMPANY, due, RECEIVED, CHECKS, CORRECTION, DECISION);
        }
        // With no check left, nobody has to do anything until the decision begins.
        var turn = checks.stream().anyMatch(check -> check.is(needed)) ? Turn.VENDOR : Turn.SYSTEM;
        return moveTo(CHECKS, turn, due, RECEIVED, CHECKS, CORRECTION, DECISION);
    }

    /** All checks are in: a program manager decides until {@code due}. */
    CaseStep decide(Instant due) {
        return moveTo(DECISION, Turn.VENDOR, due, RECEIVED, CHECKS, CORRECTION, DECISION);
    }

    /** The decision is to have these said anew. */
    void sendBack(Collection<Requirement> parts, String why) {
        requireOneOf(DECISION);
        parts.forEach(part -> openCheck(part).await(why));
        decisionReason = why;
    }

    /** The program manager said yes; {@link #change()} carries it out. */
    CaseStep approve() {
        return moveTo(CHANGING, Turn.SYSTEM, null, DECISION);
    }

    /** The program manager said no; the case closes with {@link #reject()}. */
    CaseStep refuse(String why) {
        var step = moveTo(CHANGING, Turn.SYSTEM, null, DECISION);
        decisionReason = why;
        return step;
    }

    CaseStep change() {
        return end(CHANGED, CHANGING);
    }

    CaseStep reject() {
        return end(REJECTED, CHANGING);
    }

    CaseStep expire() {
        return end(EXPIRED, RECEIVED, CHECKS, CORRECTION);
    }

    CaseStep withdraw() {
        return end(WITHDRAWN, RECEIVED, CHECKS, CORRECTION, DECISION);
    }

    private CaseStep end(LevelStage outcome, LevelStage... from) {
        var step = close(outcome, from);
        openKind = null;
        return step;
    }

    @Override
    protected LevelStage stage() {
        return stage;
    }

    @Override
    protected void stage(LevelStage next) {
        stage = next;
    }

    boolean isOpen() {
        return !stage.isClosed();
    }

    /** A decision is being carried out. */
    boolean isDecided() {
        return stage == CHANGING;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("Application " + caseNumber + " is " + stage);
        }
    }

    TierApplicationView view() {
        return new TierApplicationView(
                caseNumber,
                partnerId,
                target,
                stage,
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
