package kz.intelligentplatforms.partners.tierupgrade;

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
    WITHDRAWN
}
