package kz.intelligentplatforms.partners.rewards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseEventType;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.points.PointsBalance;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.rewards.RedemptionView.Status;

/** A manager's task in a partner's request for a reward; which one, the stage says. */
class RedemptionTask extends ReviewTask {

    private final Status stage;
    private final RedemptionRecords redemptions;
    private final RewardRecords rewards;
    private final PointsLedger ledger;
    private final Partners partners;
    private final Cases cases;

    RedemptionTask(
            String taskKey,
            Status stage,
            RedemptionRecords redemptions,
            RewardRecords rewards,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            TaskAnswers answers) {
        super(taskKey, answers);
        this.stage = stage;
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.ledger = ledger;
        this.partners = partners;
        this.cases = cases;
    }

    /** Yes or no: there is nothing for the partner to correct. */
    private enum Answer {
        APPROVE,
        REJECT
    }

    /**
     * What the forms show.
     *
     * @param hints the messages of what the manager should know before deciding
     */
    record Facts(
            RedemptionView redemption,
            PartnerView partner,
            RewardView reward,
            PointsBalance points,
            List<String> hints) {}

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Answer.class).labelled("redemption." + stage + ".decision"),
                FormField.comment("decision", "REJECT").labelled("redemption." + stage + ".comment"));
    }

    @Override
    public Facts facts(String caseNumber) {
        var redemption = redemptions.findById(caseNumber).orElseThrow().view();
        var points = ledger.balanceOf(redemption.partnerId());
        return new Facts(
                redemption,
                partners.byId(redemption.partnerId()).orElseThrow(),
                rewards.findById(redemption.rewardId()).orElseThrow().view(),
                points,
                hints(redemption.partnerId(), points));
    }

    private List<String> hints(long partner, PointsBalance points) {
        var hints = new ArrayList<String>();
        if (points.balance() < points.reserved()) {
            hints.add("redemption.hint.reserved-more");
        }
        if (!partners.isActive(partner)) {
            hints.add("redemption.hint.not-a-member");
        }
        return hints;
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        cases.moveTo(caseNumber, new CaseStep(stage, Turn.VENDOR, dueAt));
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        // Of two answers, or an answer and a withdrawal, at the same moment the second waits here.
        var redemption = redemptions.lock(caseNumber).orElseThrow();
        if (!redemption.is(stage)) {
            throw answer.refusal("webapp.done");
        }
        var decision = answer.choice("decision", Answer.class, "redemption.decision-required");
        var comment = answer.comment(decision == Answer.REJECT);
        var user = answer.user();
        CaseEventType event;
        if (decision == Answer.REJECT) {
            event = stage == Status.REVIEW ? CommonEvent.REJECTED : RedemptionEvent.REWARD_NOT_HANDED_OVER;
            redemption.reject(user, comment);
        } else if (stage == Status.REVIEW) {
            event = CommonEvent.APPROVED;
            refuseUncovered(redemption.view(), answer);
            redemption.approve(user);
        } else {
            event = RedemptionEvent.REWARD_HANDED_OVER;
            redemption.fulfil(user);
        }
        cases.record(caseNumber, Actor.staff(user), event, comment);
        answer.result("redemptionDecision", decision.name());
    }

    /** Returns may have taken points that are reserved; then what is promised must not become more than there is. */
    private void refuseUncovered(RedemptionView redemption, TaskAnswer answer) {
        // Held, so that of two approvals at once the second counts the first one's promise.
        var balance = ledger.lockForUpdate(redemption.partnerId()).balance();
        var promised = redemptions.promisedTo(redemption.partnerId());
        if (balance - promised < redemption.points()) {
            throw answer.refusal(
                    "decision",
                    "redemption.not-covered",
                    Figures.number(balance),
                    Figures.number(promised),
                    Figures.number(redemption.points()));
        }
    }
}
