package kz.intelligentplatforms.partners.cofunding;

import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Task_AuthorizeCoFunding}: finance agrees to a sum above the limit. The reviewer may not. */
@Component
class AuthorizeCoFundingTask extends SecondPersonTask {

    private final CoFundingFacts facts;

    AuthorizeCoFundingTask(CoFundings steps, CoFundingFacts facts, TaskAnswers answers, Texts texts) {
        super(steps, answers, texts, "Task_AuthorizeCoFunding", Stage.AUTHORIZATION, "cofunding.own-review");
        this.facts = facts;
    }

    @Override
    Stream<@Nullable String> excludedUsers(CoFundingView view) {
        return Stream.of(view.reviewedBy());
    }

    @Override
    void ask(DelegateTask task, CoFundingView view) {
        facts.show(task, facts.ofRequest(view));
        answers.askAnew(task, "decision", "comment");
    }

    @Override
    void take(DelegateTask task, CoFundingRequest request) {
        var number = request.getId();
        var user = answers.user(task);
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                steps.requireApprovable(request.view());
                request.authorize(user);
                steps.record(number, Actor.staff(user), "CO_FUNDING_AUTHORIZED", comment);
                steps.moveTo(number, Stage.RESERVATION, Turn.SYSTEM, null);
            }
            case RETURN -> {
                request.comeBack(comment);
                steps.record(number, Actor.staff(user), "CO_FUNDING_SENT_BACK", comment);
            }
            case REJECT -> {
                request.decideAgainst(comment);
                steps.record(number, Actor.staff(user), "REJECTED", comment);
            }
        }
        task.getExecution().setVariable("authorizationDecision", decision.name());
    }
}
