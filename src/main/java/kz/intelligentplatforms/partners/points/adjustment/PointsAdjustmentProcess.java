package kz.intelligentplatforms.partners.points.adjustment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseProcess;
import kz.intelligentplatforms.partners.casework.CaseProcesses;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The process {@code points-adjustment}: its key, its variables, and how it begins. Two people take part in it: one asks, another decides. */
@Service
public class PointsAdjustmentProcess {

    public static final CaseKind CASES =
            CaseKind.of("POINTS_ADJUSTMENT", "ADJ", AdjustmentStage.values(), AdjustmentEvent.values());

    static final String KEY = "points-adjustment";

    private static final Logger LOG = LoggerFactory.getLogger(PointsAdjustmentProcess.class);

    private final AdjustmentRecords adjustments;
    private final AdjustmentSteps steps;
    private final PointsAccounts accounts;
    private final PointsLedger ledger;
    private final Partners partners;
    private final CaseProcess process;
    private final Clock clock;

    PointsAdjustmentProcess(
            AdjustmentRecords adjustments,
            AdjustmentSteps steps,
            PointsAccounts accounts,
            PointsLedger ledger,
            Partners partners,
            CaseProcesses processes,
            Clock clock) {
        this.adjustments = adjustments;
        this.steps = steps;
        this.accounts = accounts;
        this.ledger = ledger;
        this.partners = partners;
        this.process = processes.of(CASES, KEY);
        this.clock = clock;
    }

    /**
     * Somebody asks to adjust a partner's points; nothing is posted before somebody else approves.
     *
     * @param wished has passed its constraints
     * @param user who asks
     * @param submissionKey the form's own; the same again gives the same case
     * @return the case number
     * @throws AdjustmentRefused when the partner has no points account
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when it came with other content; names the case
     */
    public String request(long partnerId, AdjustmentRequest wished, String user, String submissionKey) {
        return process.once(submissionKey, List.of(partnerId, wished.change(), wished.reason()), () -> {
            if (!accounts.exists(partnerId)) {
                throw new AdjustmentRefused(Reason.NO_ACCOUNT);
            }
            return start(partnerId, wished.change(), wished.reason(), null, user);
        });
    }

    /**
     * Somebody asks to take an entry back, all of it; see {@link #request}.
     *
     * @param reason has passed the constraints of {@link AdjustmentRequest}
     * @throws AdjustmentRefused when the entry cannot be taken back, or somebody has asked already
     */
    public String requestReversal(long entryId, String reason, String user, String submissionKey) {
        return process.once(submissionKey, List.of(entryId, reason), () -> {
            var entry = reversible(entryId);
            return start(entry.partnerId(), -entry.points(), reason, entryId, user);
        });
    }

    /**
     * The entry, where it can be taken back.
     *
     * @throws AdjustmentRefused where it cannot
     * @throws java.util.NoSuchElementException when there is no such entry
     */
    @Transactional(readOnly = true)
    public PointsEntry reversible(long entryId) {
        var entry = ledger.byId(entryId).orElseThrow();
        if (entry.kind() == EntryKind.ACCRUAL) {
            throw new AdjustmentRefused(Reason.ACCRUED);
        }
        if (entry.kind() != EntryKind.ADJUSTMENT && entry.kind() != EntryKind.REDEMPTION) {
            throw new AdjustmentRefused(Reason.NOT_REVERSIBLE);
        }
        if (steps.isReversed(entryId)) {
            throw new AdjustmentRefused(Reason.ALREADY_REVERSED);
        }
        if (adjustments.existsByOpenReversal(entryId)) {
            throw new AdjustmentRefused(Reason.REVERSAL_OPEN);
        }
        return entry;
    }

    private String start(long partnerId, long points, String reason, @Nullable Long reverses, String user) {
        var company = partners.byId(partnerId).orElseThrow().company();
        var step = new CaseStep(AdjustmentStage.APPROVAL, Turn.VENDOR, null);
        var number = process.open(company, step, Actor.staff(user), AdjustmentEvent.ADJUSTMENT_REQUESTED);
        adjustments.saveAndFlush(
                new PointsAdjustment(number, partnerId, points, reason, reverses, user, clock.instant()));
        process.start(number, company, Map.of());
        LOG.info("{}: adjustment of points requested", number);
        return number;
    }

    @Transactional(readOnly = true)
    public Optional<AdjustmentView> byCaseNumber(String caseNumber) {
        return steps.view(caseNumber);
    }
}
