package kz.intelligentplatforms.partners.rewards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.casework.CaseMails;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.NewEntry;
import kz.intelligentplatforms.partners.points.NotEnoughPoints;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Quarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of {@code points-redemption} do to the world, each in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RedemptionSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RedemptionSteps.class);

    private final RedemptionRecords redemptions;
    private final RewardRecords rewards;
    private final PointsLedger ledger;
    private final Partners partners;
    private final Cases cases;
    private final CaseMails mails;
    private final Texts texts;
    private final Clock clock;

    RedemptionSteps(
            RedemptionRecords redemptions,
            RewardRecords rewards,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            CaseMails mails,
            Texts texts,
            Clock clock) {
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.ledger = ledger;
        this.partners = partners;
        this.cases = cases;
        this.mails = mails;
        this.texts = texts;
        this.clock = clock;
    }

    /** The reward is handed over: its points are spent, and the case is closed. */
    void post(String number) {
        var redemption = find(number).view();
        try {
            ledger.redeem(new NewEntry(
                    redemption.partnerId(),
                    EntryKind.REDEMPTION,
                    -redemption.points(),
                    Quarter.of(LocalDate.now(clock)),
                    number,
                    Objects.requireNonNull(redemption.decidedBy()),
                    number,
                    redemption.title().ru()));
        } catch (NotEnoughPoints e) {
            throw TaskRefusal.because(texts.get(
                    "redemption.balance-fell", Figures.number(e.available()), Figures.number(redemption.points())));
        }
        close(redemption);
        LOG.info("{}: {} points spent", number, redemption.points());
    }

    /** The partner does not get the reward: points and stock are free again, and the case is closed. */
    void release(String number) {
        var redemption = find(number);
        var view = redemption.view();
        if (redemption.isFromStock()) {
            // The reward before the account, as whoever asks for one does: so nobody waits for each other.
            rewards.lock(view.rewardId()).orElseThrow().giveBack();
        }
        ledger.release(view.partnerId(), view.points());
        close(view);
        LOG.info("{}: {}, {} points released", number, view.status(), view.points());
    }

    private void close(RedemptionView redemption) {
        cases.moveTo(redemption.caseNumber(), CaseStep.closed(redemption.status()));
    }

    /** Writes to the partner's contact. */
    void sendMail(String number, RedemptionMail template) {
        var redemption = find(number).view();
        var partner = partners.byId(redemption.partnerId()).orElseThrow();
        mails.send(
                number,
                partner,
                template,
                Map.of(
                        "reward", redemption.title().in(Locale.forLanguageTag(partner.language())),
                        "reason", Objects.requireNonNullElse(redemption.reason(), ""),
                        "points", Figures.number(redemption.points()),
                        "balance", Figures.number(ledger.balanceOf(partner.id()).balance())));
    }

    private Redemption find(String number) {
        return redemptions.findById(number).orElseThrow();
    }
}
