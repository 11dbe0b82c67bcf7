package kz.intelligentplatforms.partners.cofunding.web;

import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.partner.PartnerView;
import org.jspecify.annotations.Nullable;

/**
 * What a partner writes a request on.
 *
 * @param draft its id; null while nothing is kept yet
 * @param sent the case that the draft has become already
 */
record Sheet(
        PartnerView partner,
        @Nullable String draft,
        @Nullable String sent) {

    public String address() {
        return draft == null ? "/portal/co-funding/new" : "/portal/co-funding/drafts/" + draft;
    }

    /** Its address with the partner it is for. */
    String page() {
        return address() + "?partner=" + partner.id();
    }

    /** The files of the draft. */
    FileHolder holder() {
        return FileHolder.draft(partner.id(), String.valueOf(draft));
    }
}
