package kz.intelligentplatforms.partners.points.adjustment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.casework.CaseMails;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.NewEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.program.Quarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of {@code points-adjustment} do to the world, each in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AdjustmentSteps {

    private static final Logger LOG = LoggerFactory.getLogger(AdjustmentSteps.class);

    private final AdjustmentRecords adjustments;
    private final PointsLedger ledger;
    private final Partners partners;
    private final Cases cases;
    private final Accounts accounts;
    private final CaseMails mails;
    private final Clock clock;

    AdjustmentSteps(
            AdjustmentRecords adjustments,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            Accounts accounts,
            CaseMails mails,
            Clock clock) {
        this.adjustments = adjustments;
        this.ledger = ledger;
        this.partners = partners;
        this.cases = cases;
        this.accounts = accounts;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<AdjustmentView> view(String number) {
        return adjustments.findById(number).map(this::viewOf);
    }

    /** What the tasks' forms show. */
    @Transactional(readOnly = true)
    AdjustmentFacts facts(String number) {
        var adjustment = viewOf(find(number));
        return new AdjustmentFacts(
                adjustment,
                partners.byId(adjustment.partnerId()).orElseThrow().company(),
                accounts.nameOf(adjustment.requestedBy()),
                ledger.balanceOf(adjustment.partnerId()));
    }

    /** Takes the adjustment for this transaction, so that of two who decide at once the second sees what the first has done. */
    AdjustmentView lock(String number) {
        return viewOf(adjustments.lock(number).orElseThrow());
    }

    private AdjustmentView viewOf(PointsAdjustment adjustment) {
        return new AdjustmentView(
                adjustment.getId(),
                adjustment.partnerId(),
                adjustment.points(),
                adjustment.reason(),
                adjustment.reverses().flatMap(ledger::byId).orElse(null),
                adjustment.requestedBy(),
                adjustment.requestedAt(),
                adjustment.comment());
    }

    /** The ids of the users who have asked for the adjustment, or corrected it in any of its rounds. */
    Set<String> askedBy(String number) {
        var asking = Set.of(AdjustmentEvent.ADJUSTMENT_REQUESTED.name(), CommonEvent.CORRECTED.name());
        return cases.history(number).stream()
                .filter(event -> asking.contains(event.type()))
                .map(CaseEventView::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an entry has been taken back. */
    boolean isReversed(long entryId) {
        return ledger.isPosted(reversalOf(entryId));
    }

    /** Somebody's task to approve it has begun. */
    void approvalBegan(String number, Instant due) {
        cases.moveTo(number, find(number).awaitApproval(due));
    }

    /** Somebody's task to correct it has begun. */
    void correctionBegan(String number, Instant due) {
        cases.moveTo(number, find(number).awaitCorrection(due));
    }

    /** The approver's answer; an approval is posted by the next step, in the same transaction. */
    void decide(String number, Decision decision, String user, String comment) {
        var adjustment = find(number);
        var event = switch (decision) {
            case APPROVE -> {
                adjustment.approve(user, comment);
                yield CommonEvent.APPROVED;
            }
            case RETURN -> {
                adjustment.returnForCorrection(user, comment);
                yield CommonEvent.RETURNED;
            }
            case REJECT -> {
                adjustment.reject(user, comment);
                yield CommonEvent.REJECTED;
            }
        };
        cases.record(number, Actor.staff(user), event, comment);
    }

    /** A colleague's answer to a return; what was asked before stays in the history. */
    void correct(String number, long points, String reason, String user) {
        var adjustment = find(number);
        var actor = Actor.staff(user);
        if (points != adjustment.points()) {
            cases.record(number, actor, AdjustmentEvent.ADJUSTMENT_POINTS_WERE, Figures.signed(adjustment.points()));
        }
        if (!reason.equals(adjustment.reason())) {
            cases.record(number, actor, AdjustmentEvent.ADJUSTMENT_REASON_WAS, adjustment.reason());
        }
        adjustment.correct(points, reason);
        cases.record(number, actor, CommonEvent.CORRECTED, null);
    }

    void post(String number) {
        var adjustment = find(number);
        ledger.post(new NewEntry(
                adjustment.partnerId(),
                adjustment.reverses().isPresent() ? EntryKind.REVERSAL : EntryKind.ADJUSTMENT,
                adjustment.points(),
                Quarter.of(LocalDate.now(clock)),
                adjustment.reverses().map(AdjustmentSteps::reversalOf).orElse(number),
                adjustment.approvedBy(),
                number,
                adjustment.reason()));
        cases.moveTo(number, adjustment.done());
        LOG.info("{}: points adjusted", number);
    }

    private static String reversalOf(long entryId) {
        return "REV-" + entryId;
    }

    void closeRejected(String number) {
        cases.moveTo(number, find(number).done());
    }

    /** Writes to the partner's contact. */
    void sendMail(String number) {
        var adjustment = find(number);
        var partner = partners.byId(adjustment.partnerId()).orElseThrow();
        var balance = ledger.balanceOf(adjustment.partnerId()).balance();
        mails.send(
                number,
                partner,
                AdjustmentMail.POINTS_ADJUSTED,
                Map.of(
                        "reason", adjustment.reason(),
                        "points", Figures.signed(adjustment.points()),
                        "balance", Figures.number(balance)),
                "/portal/points");
    }

    private PointsAdjustment find(String number) {
        return adjustments.findById(number).orElseThrow();
    }
}
