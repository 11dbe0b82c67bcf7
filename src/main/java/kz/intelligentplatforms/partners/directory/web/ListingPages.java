package kz.intelligentplatforms.partners.directory.web;

import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.directory.DirectoryListingProcess;
import org.springframework.stereotype.Component;

/** Changes of listings among all cases. */
@Component
class ListingPages implements CasePages {

    @Override
    public CaseKind kind() {
        return DirectoryListingProcess.CASES;
    }

    @Override
    public Optional<Onward> onward(CaseView view, long partnerId) {
        return Optional.of(new Onward("/portal/directory?partner=" + partnerId, "directory.own.title"));
    }
}
