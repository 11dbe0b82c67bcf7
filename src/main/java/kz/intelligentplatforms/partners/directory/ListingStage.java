package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.cases.CaseStage;

/** Where a change of a listing stands. */
public enum ListingStage implements CaseStage {
    REVIEW,
    CORRECTION,
    PUBLISHED,
    REJECTED,
    EXPIRED,
    WITHDRAWN
}
