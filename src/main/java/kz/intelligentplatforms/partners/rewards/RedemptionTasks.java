package kz.intelligentplatforms.partners.rewards;

import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.rewards.RedemptionView.Status;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The managers' tasks of {@code points-redemption}. */
@Configuration(proxyBeanMethods = false)
class RedemptionTasks {

    @Bean
    RedemptionTask reviewRedemptionTask(
            RedemptionRecords redemptions,
            RewardRecords rewards,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            TaskAnswers answers) {
        return new RedemptionTask(
                "Task_ReviewRedemption", Status.REVIEW, redemptions, rewards, ledger, partners, cases, answers);
    }

    @Bean
    RedemptionTask fulfilRedemptionTask(
            RedemptionRecords redemptions,
            RewardRecords rewards,
            PointsLedger ledger,
            Partners partners,
            Cases cases,
            TaskAnswers answers) {
        return new RedemptionTask(
                "Task_FulfilRedemption", Status.FULFILMENT, redemptions, rewards, ledger, partners, cases, answers);
    }

    /** Cases that began with release 1 have a model which names one listener for both. */
    @Bean
    TaskListener redemptionTask(RedemptionTask reviewRedemptionTask, RedemptionTask fulfilRedemptionTask) {
        return task -> (task.getTaskDefinitionKey().equals(reviewRedemptionTask.taskKey())
                        ? reviewRedemptionTask
                        : fulfilRedemptionTask)
                .notify(task);
    }
}
