package kz.intelligentplatforms.partners.tierupgrade;

import java.util.EnumSet;
import java.util.Set;
import kz.intelligentplatforms.partners.cases.CaseStage;

/** Where an application for a level stands. */
public enum LevelStage implements CaseStage {
    RECEIVED,
    CHECKS,
    CORRECTION,
    DECISION,
    /** Decided, and being carried out. */
    CHANGING,
    CHANGED,
    REJECTED,
    EXPIRED,
    WITHDRAWN;

    private static final Set<LevelStage> CLOSED = EnumSet.of(CHANGED, REJECTED, EXPIRED, WITHDRAWN);

    boolean isClosed() {
        return CLOSED.contains(this);
    }
}
