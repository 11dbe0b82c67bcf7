package kz.intelligentplatforms.partners.points.redemption;

import static kz.intelligentplatforms.partners.points.redemption.Redemptions.grouped;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsBalance;
import kz.intelligentplatforms.partners.points.PointsLedger;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** What the managers' forms show of a request, fresh from the database. */
@Component
class RedemptionFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final RedemptionRecords redemptions;
    private final RewardRecords rewards;
    private final PointsLedger ledger;
    private final Partners partners;
    private final ProgramSettings settings;
    private final Texts texts;
    private final Clock clock;

    RedemptionFacts(
            RedemptionRecords redemptions,
            RewardRecords rewards,
            PointsLedger ledger,
            Partners partners,
            ProgramSettings settings,
            Texts texts,
            Clock clock) {
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.ledger = ledger;
        this.partners = partners;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    /** Puts the facts on the task; company and number are its own variables too, which Tasklist shows on its cards. */
    void show(DelegateTask task, String number) {
        var redemption = redemptions.findById(number).orElseThrow().view();
        var partner = partners.byId(redemption.partnerId()).orElseThrow();
        task.setVariableLocal("companyName", partner.company().name());
        task.setVariableLocal("bin", partner.company().identity().taxNumber());
        task.setVariableLocal("facts", Spin.JSON(of(redemption, partner)));
    }

    private Map<String, Object> of(RedemptionView redemption, PartnerView partner) {
        var company = partner.company();
        var contact = partner.contact();
        var reward = rewards.findById(redemption.rewardId()).orElseThrow().view();
        var points = ledger.balanceOf(partner.id());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("caseNumber", redemption.caseNumber());
        facts.put("caseLink", "/staff/cases/" + redemption.caseNumber());
        facts.put("partnerLink", "/staff/partners/" + partner.id());
        facts.put("requestedAt", minute(redemption.requestedAt()));
        facts.put("companyName", company.name());
        facts.put(
                "identity",
                texts.russian(
                        company.identity().isKazakh() ? "identity.bin" : "identity.foreign",
                        company.identity().taxNumber(),
                        company.identity().country()));
        facts.put("contact", contact.name() + ", " + contact.position());
        facts.put("reach", contact.phone() + "\n" + contact.shown().email());
        facts.put("address", company.city() + ", " + company.address());
        facts.put("reward", redemption.title().ru());
        facts.put("description", reward.description().ru());
        facts.put("points", grouped(redemption.points()));
        facts.put("balance", grouped(points.balance()));
        facts.put("reserved", grouped(points.reserved()));
        facts.put("balanceAt", minute(clock.instant()));
        facts.put("hints", hints(partner, points));
        return facts;
    }

    /** What the manager should know before deciding. */
    private List<String> hints(PartnerView partner, PointsBalance points) {
        var hints = new ArrayList<String>();
        if (points.balance() < points.reserved()) {
            hints.add(texts.russian("redemption.hint.reserved-more"));
        }
        if (!partners.isActive(partner.id())) {
            hints.add(texts.russian("redemption.hint.not-a-member"));
        }
        return hints;
    }

    private String minute(Instant instant) {
        return instant.atZone(settings.timeZone()).format(MINUTE);
    }
}
