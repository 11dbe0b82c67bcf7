package kz.intelligentplatforms.partners.cofunding.web;

import java.security.Principal;
import java.util.Optional;
import kz.intelligentplatforms.partners.cofunding.CoFundingDrafts;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The sheets that partners write requests on, and what is kept of them. */
@Component
class Sheets {

    private final PortalPartners own;
    private final CoFundingProcess process;
    private final CoFundingDrafts drafts;

    Sheets(PortalPartners own, CoFundingProcess process, CoFundingDrafts drafts) {
        this.own = own;
        this.process = process;
        this.drafts = drafts;
    }

    /** @throws ResponseStatusException where there is no such draft of this user's partners */
    Sheet of(@Nullable String draft, @Nullable Long partner, Principal user) {
        if (draft == null) {
            return new Sheet(own.one(user, partner), null, null);
        }
        for (var one : own.of(user)) {
            var sent = process.submitted(one.id(), draft);
            if (sent.isPresent() || drafts.of(one.id(), draft).isPresent()) {
                return new Sheet(one, draft, sent.orElse(null));
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What is kept of the sheet. */
    CoFundingRequestForm proposal(Sheet sheet) {
        return Optional.ofNullable(sheet.draft())
                .flatMap(draft -> drafts.of(sheet.partner().id(), draft))
                .map(CoFundingDrafts.CoFundingDraft::proposal)
                .orElse(CoFundingRequestForm.EMPTY);
    }

    /** Keeps what is written on the sheet; it is a draft then. */
    Sheet keep(Sheet sheet, CoFundingRequestForm proposal) {
        var partner = sheet.partner();
        if (sheet.draft() == null) {
            return new Sheet(partner, drafts.begin(partner.id(), proposal), null);
        }
        if (!drafts.save(partner.id(), sheet.draft(), proposal)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return sheet;
    }
}
