package kz.intelligentplatforms.partners.points.redemption;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.submission.Submission;
import kz.intelligentplatforms.partners.platform.submission.Submissions;
import kz.intelligentplatforms.partners.points.NotEnoughPoints;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.redemption.RedemptionRefused.Reason;
import kz.intelligentplatforms.partners.points.redemption.RedemptionView.Status;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The process {@code points-redemption}: its key, its variables, its outcomes, and what a partner may do with it. */
@Service
public class PointsRedemptionProcess {

    static final String KEY = "points-redemption";

    private static final String WITHDRAWN = "redemption-withdrawn";
    private static final Logger LOG = LoggerFactory.getLogger(PointsRedemptionProcess.class);

    private final RedemptionRecords redemptions;
    private final RewardRecords rewards;
    private final PointsLedger ledger;
    private final Partners partners;
    private final Cases cases;
    private final RuntimeService runtime;
    private final Submissions submissions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PointsRedemptionProcess(
            RedemptionRecords redemptions,
            RewardRecords rewards,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            RuntimeService runtime,
            Submissions submissions,
            TransactionTemplate transaction,
            Clock clock) {
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.ledger = ledger;
        this.partners = partners;
        this.cases = cases;
        this.runtime = runtime;
        this.submissions = submissions;
        this.transaction = transaction;
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
        var form = Submission.of(partnerId + ":" + submissionKey, List.of(rewardId, points));
        return submissions.once(form, () -> start(partnerId, rewardId, points, user));
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
        var number = cases.open(
                CaseKind.POINTS_REDEMPTION,
                company.name(),
                company.identity().key(),
                new CaseStep(Status.REVIEW.name(), Turn.VENDOR, null),
                Actor.partner(user),
                "APPLIED");
        cases.assignTo(number, partnerId);
        redemptions.saveAndFlush(new Redemption(number, partnerId, asked.view(), fromStock, user, clock.instant()));
        // What Cockpit and Tasklist find and show a case by; the data itself stays in the database.
        runtime.startProcessInstanceByKey(
                KEY,
                number,
                Map.of(
                        "companyName", company.name(),
                        "bin", company.identity().taxNumber()));
        LOG.info("{}: reward {} asked for, {} points reserved", number, rewardId, points);
        return number;
    }

    /**
     * The partner withdraws its request: points and stock are free again.
     *
     * @throws RedemptionRefused when it is decided or closed, or none of the partner's
     */
    public void withdraw(long partnerId, String caseNumber, String user) {
        try {
            transaction.executeWithoutResult(status -> {
                redemptions
                        .lock(caseNumber)
                        .filter(found -> found.view().partnerId() == partnerId && found.is(Status.REVIEW))
                        .orElseThrow(() -> new RedemptionRefused(Reason.CASE_MOVED_ON))
                        .withdraw();
                cases.record(caseNumber, Actor.partner(user), "WITHDRAWN", null);
                runtime.createMessageCorrelation(WITHDRAWN)
                        .processInstanceBusinessKey(caseNumber)
                        .correlate();
            });
        } catch (OptimisticLockingException | ConcurrencyFailureException e) {
            throw new RedemptionRefused(Reason.CASE_MOVED_ON);
        }
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
