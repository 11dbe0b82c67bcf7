package kz.intelligentplatforms.partners.purchases.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.purchases.correction.PurchaseCorrectionProcess;
import org.springframework.stereotype.Component;

/** Corrections of purchases among all cases. */
@Component
class CorrectionPages implements CasePages {

    private final PurchaseCorrectionProcess corrections;

    CorrectionPages(PurchaseCorrectionProcess corrections) {
        this.corrections = corrections;
    }

    @Override
    public CaseKind kind() {
        return PurchaseCorrectionProcess.CASES;
    }

    @Override
    public Optional<StaffPart> staffPart(CaseView view, Collection<String> groups) {
        return corrections
                .byCaseNumber(view.number())
                .map(correction -> new StaffPart(
                        "purchases/correction :: facts", Map.of("correction", correction), correction.partnerId()));
    }
}
