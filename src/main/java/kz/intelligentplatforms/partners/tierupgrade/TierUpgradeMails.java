package kz.intelligentplatforms.partners.tierupgrade;

import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.casework.CaseMails;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a partner is told by mail of its application, or of one requirement of it. */
@Component
class TierUpgradeMails {

    private final TierApplications applications;
    private final Partners partners;
    private final CaseMails mails;
    private final Texts texts;

    TierUpgradeMails(TierApplications applications, Partners partners, CaseMails mails, Texts texts) {
        this.applications = applications;
        this.partners = partners;
        this.mails = mails;
        this.texts = texts;
    }

    /** The words are {@code reason}, {@code target} and {@code requirement}, beside those of every case. */
    void send(String number, TierUpgradeMail template, @Nullable Requirement requirement) {
        var view = applications.findById(number).orElseThrow().view();
        var partner = partners.byId(view.partnerId()).orElseThrow();
        var reason = requirement == null
                ? view.decisionReason()
                : view.check(requirement).map(CheckView::reason).orElse(null);
        mails.send(
                number,
                partner,
                template,
                Map.of(
                        "reason", Objects.requireNonNullElse(reason, ""),
                        "target", texts.in(partner.language(), "tier." + view.target()),
                        "requirement",
                                requirement == null
                                        ? ""
                                        : texts.in(partner.language(), TierUpgradeSteps.subject(requirement))));
    }
}
