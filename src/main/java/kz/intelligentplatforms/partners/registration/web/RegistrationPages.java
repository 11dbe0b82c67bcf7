package kz.intelligentplatforms.partners.registration.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.ProgressStep;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationProgress;
import org.springframework.stereotype.Component;

/** Registrations among all cases. */
@Component
class RegistrationPages implements CasePages {

    private final PartnerRegistrationProcess registrations;
    private final Partners partners;

    RegistrationPages(PartnerRegistrationProcess registrations, Partners partners) {
        this.registrations = registrations;
        this.partners = partners;
    }

    @Override
    public CaseKind kind() {
        return PartnerRegistrationProcess.CASES;
    }

    @Override
    public List<ProgressStep> progress(CaseView view) {
        return RegistrationProgress.of(view);
    }

    @Override
    public Optional<StaffPart> staffPart(CaseView view, Collection<String> groups) {
        return registrations
                .byCaseNumber(view.number())
                .map(application -> new StaffPart(
                        "registration/staff-part :: application",
                        Map.of("registration", application),
                        // The company may be a partner by another case.
                        partners.byIdentity(application.details().company().identity())
                                .map(PartnerView::id)
                                .orElse(null)));
    }
}
