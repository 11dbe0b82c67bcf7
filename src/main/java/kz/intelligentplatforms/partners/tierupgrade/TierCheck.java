package kz.intelligentplatforms.partners.tierupgrade;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;

/** The check of one requirement within an application. */
@Entity
class TierCheck {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number")
    private TierApplication application;

    @Enumerated(EnumType.STRING)
    private Requirement requirement;

    @Enumerated(EnumType.STRING)
    private CheckStatus status;

    private boolean reused;
    private @Nullable String reason;
    private @Nullable String checkedBy;
    private @Nullable Instant checkedAt;
    private @Nullable LocalDate validUntil;
    private @Nullable Instant dueAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected TierCheck() {}

    TierCheck(TierApplication application, Requirement requirement, boolean evidenceGiven) {
        this.application = application;
        this.requirement = requirement;
        this.status = evidenceGiven ? CheckStatus.OPEN : CheckStatus.AWAITED;
    }

    /** Confirmed by an earlier check that still holds. */
    void reuse(Checked earlier) {
        reused = true;
        decide(CheckStatus.CONFIRMED, earlier.checkedBy(), earlier.checkedAt(), null, earlier.validUntil());
    }

    void decide(CheckStatus outcome, String by, Instant at, @Nullable String comment, @Nullable LocalDate until) {
        require(!isDecided());
        status = outcome;
        checkedBy = by;
        checkedAt = at;
        reason = comment;
        validUntil = until;
        dueAt = null;
    }

    /** The partner has to say it anew, and why. */
    void await(String why) {
        status = CheckStatus.AWAITED;
        reused = false;
        reason = why;
        checkedBy = null;
        checkedAt = null;
        validUntil = null;
    }

    /** The partner has said what was awaited. */
    void reopen() {
        require(status == CheckStatus.AWAITED);
        status = CheckStatus.OPEN;
    }

    void isDueAt(Instant moment) {
        dueAt = moment;
    }

    Requirement requirement() {
        return requirement;
    }

    boolean isDecided() {
        return status == CheckStatus.CONFIRMED || status == CheckStatus.REFUSED;
    }

    private void require(boolean follows) {
        if (!follows) {
            throw new IllegalStateException("The check of " + requirement + " is " + status);
        }
    }

    boolean is(CheckStatus wanted) {
        return status == wanted;
    }

    CheckView view() {
        return new CheckView(requirement, status, reused, reason, checkedBy, checkedAt, validUntil, dueAt);
    }
}
