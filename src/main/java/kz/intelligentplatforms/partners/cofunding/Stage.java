package kz.intelligentplatforms.partners.cofunding;

import java.util.Set;
import kz.intelligentplatforms.partners.cases.CaseStage;

/** Where a request stands; the name is the stage of its case. */
public enum Stage implements CaseStage {
    RECEIVED(Phase.REQUEST),
    CORRECTION(Phase.REQUEST),
    REVIEW(Phase.REVIEW),
    /** Approved, but the fund has too little: it waits for money. */
    QUEUE(Phase.AUTHORIZATION),
    AUTHORIZATION(Phase.AUTHORIZATION),
    RESERVATION(Phase.AUTHORIZATION),
    APPROVED(Phase.APPROVED),
    /** The partner wants another date. */
    CHANGE(Phase.APPROVED),
    /** The activity is over: the partner proves it and claims. */
    PROOF(Phase.CLAIM),
    CLAIM(Phase.CLAIM),
    CLAIM_AUTHORIZATION(Phase.CLAIM),
    /** The claim is refused, and the partner may appeal. */
    APPEAL(Phase.CLAIM),
    APPEAL_REVIEW(Phase.CLAIM),
    SETTLEMENT(Phase.SETTLEMENT),
    PAID(Phase.CLOSED),
    INELIGIBLE(Phase.CLOSED),
    REJECTED(Phase.CLOSED),
    UNANSWERED(Phase.CLOSED),
    WITHDRAWN(Phase.CLOSED),
    EXPIRED(Phase.CLOSED),
    REFUSED(Phase.CLOSED),
    CANCELLED(Phase.CLOSED);

    /** The partner may take its request back: nothing is decided, or money is still looked for. */
    static final Set<Stage> WITHDRAWABLE = Set.of(CORRECTION, REVIEW, QUEUE, AUTHORIZATION, RESERVATION);

    /** Money is reserved, and it is the partner's turn: it may give the money back. */
    static final Set<Stage> CANCELLABLE_BY_PARTNER = Set.of(APPROVED, CHANGE, PROOF, APPEAL);

    /** Money is reserved and not yet paid: a manager may cancel. */
    static final Set<Stage> CANCELLABLE =
            Set.of(APPROVED, CHANGE, PROOF, CLAIM, CLAIM_AUTHORIZATION, APPEAL, APPEAL_REVIEW, SETTLEMENT);

    private final Phase phase;

    Stage(Phase phase) {
        this.phase = phase;
    }

    public Phase phase() {
        return phase;
    }

    /** The partner may withdraw its request. */
    public boolean isWithdrawable() {
        return WITHDRAWABLE.contains(this);
    }

    /** The partner may give up what is approved. */
    public boolean isCancellableByPartner() {
        return CANCELLABLE_BY_PARTNER.contains(this);
    }

    /** A manager may cancel. */
    public boolean isCancellable() {
        return CANCELLABLE.contains(this);
    }
}
