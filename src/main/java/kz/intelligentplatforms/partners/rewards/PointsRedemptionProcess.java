package kz.intelligentplatforms.partners.rewards;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseProcess;
import kz.intelligentplatforms.partners.casework.CaseProcesses;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.points.NotEnoughPoints;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.rewards.RedemptionRefused.Reason;
import kz.intelligentplatforms.partners.rewards.RedemptionView.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code points-redemption}: its key, its variables, its outcomes, and what a partner may do with it. */
@Service
public class PointsRedemptionProcess {

    public static final CaseKind CASES =
            CaseKind.of("POINTS_REDEMPTION", "RED", Status.values(), RedemptionEvent.values());

    static final String KEY = "points-redemption";

    private static final String WITHDRAWN = "redemption-withdrawn";
    private static final Logger LOG = LoggerFactory.getLogger(PointsRedemptionProcess.class);

    private final RedemptionRecords redemptions;
    private final RewardRecords rewards;
    private final PointsLedger ledger;
    private final Partners partners;
    private final Cases cases;
    private final CaseProcess process;
    private final Clock clock;

    PointsRedemptionProcess(
            RedemptionRecords redemptions,
            RewardRecords rewards,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            CaseProcesses processes,
            Clock clock) {
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.ledger = ledger;
        this.partners = partners;
        this.cases = cases;
        this.process = processes.of(CASES, KEY, () -> new RedemptionRefused(Reason.CASE_MOVED_ON));
        this.clock = clock;
    }

    /**
     * A partner asks for a reward: its points and a piece of the stock are reserved at once.
     *
     * @param points what the partner has seen that it costs
     * @param submissionKey of the form; the same key of the same partner again gives the same case
     * @param user who acts for the partner
     * @return the case number
     * @throws RedemptionRefused when the partner cannot have the reward now
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when the key was used for another reward; names the case
     */
    public String request(long partnerId, long rewardId, long points, String submissionKey, String user) {
        return process.once(
                partnerId + ":" + submissionKey,
                List.of(rewardId, points),
                () -> start(partnerId, rewardId, points, user));
    }

    private String start(long partnerId, long rewardId, long points, String user) {
        if (!partners.isActive(partnerId)) {
            throw new RedemptionRefused(Reason.NOT_A_MEMBER);
        }
        var asked = rewards.lock(rewardId).orElseThrow(() -> new RedemptionRefused(Reason.NOT_OFFERED));
        var fromStock = asked.take(points);
        try {
            ledger.reserve(partnerId, points);
        } catch (NotEnoughPoints e) {
            throw new RedemptionRefused(Reason.NOT_ENOUGH_POINTS, e.available());
        }
        var company = partners.byId(partnerId).orElseThrow().company();
        var step = new CaseStep(Status.REVIEW, Turn.VENDOR, null);
        var number = process.open(company, step, Actor.partner(user), CommonEvent.APPLIED);
        cases.assignTo(number, partnerId);
        redemptions.saveAndFlush(new Redemption(number, partnerId, asked.view(), fromStock, user, clock.instant()));
        process.start(number, company, Map.of());
        LOG.info("{}: reward {} asked for, {} points reserved", number, rewardId, points);
        return number;
    }

    /**
     * The partner withdraws its request: points and stock are free again.
     *
     * @throws RedemptionRefused when it is decided or closed, or none of the partner's
     */
    public void withdraw(long partnerId, String caseNumber, String user) {
        process.conflictAware(() -> {
            redemptions
                    .lock(caseNumber)
                    .filter(found -> found.view().partnerId() == partnerId && found.is(Status.REVIEW))
                    .orElseThrow(() -> new RedemptionRefused(Reason.CASE_MOVED_ON))
                    .withdraw();
            cases.record(caseNumber, Actor.partner(user), CommonEvent.WITHDRAWN, null);
            process.correlate(caseNumber, WITHDRAWN, Map.of());
        });
    }

    /** A partner's latest requests, newest first; at most fifty. */
    @Transactional(readOnly = true)
    public List<RedemptionView> ofPartner(long partnerId) {
        return redemptions.findTop50ByPartnerIdOrderByRequestedAtDescCaseNumberDesc(partnerId).stream()
                .map(Redemption::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<RedemptionView> byCaseNumber(String caseNumber) {
        return redemptions.findById(caseNumber).map(Redemption::view);
    }
}
