package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.cases.CaseEventType;

/** What happens in changes of listings only. */
public enum ListingEvent implements CaseEventType {
    LISTING_APPROVED;

    @Override
    public boolean isReasonInternal() {
        return this == LISTING_APPROVED;
    }
}
