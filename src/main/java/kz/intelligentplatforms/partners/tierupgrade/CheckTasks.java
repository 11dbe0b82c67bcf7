package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Clock;
import java.util.List;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The six checks, each with its form. */
@Configuration(proxyBeanMethods = false)
class CheckTasks {

    private final TierUpgradeSteps upgrades;
    private final EvidenceStore evidence;
    private final TaskFacts facts;
    private final TaskAnswers answers;
    private final Clock clock;

    CheckTasks(TierUpgradeSteps upgrades, EvidenceStore evidence, TaskFacts facts, TaskAnswers answers, Clock clock) {
        this.upgrades = upgrades;
        this.evidence = evidence;
        this.facts = facts;
        this.answers = answers;
        this.clock = clock;
    }

    /** The name by which models of release 1 know them all. */
    @Bean
    TaskListener checkTask(List<CheckTask> checks) {
        return task -> checks.stream()
                .filter(check -> check.taskKey().equals(task.getTaskDefinitionKey()))
                .findFirst()
                .orElseThrow()
                .notify(task);
    }

    @Bean
    CheckTask agreeSalesPlanTask() {
        return check("Task_AgreeSalesPlan", Requirement.JOINT_SALES_PLAN);
    }

    @Bean
    CheckTask checkSalesSpecialistTask() {
        return check("Task_CheckSalesSpecialist", Requirement.SALES_SPECIALIST);
    }

    @Bean
    CheckTask checkTechnicalCertificationTask() {
        return check("Task_CheckTechnicalCertification", Requirement.CERTIFIED_TECHNICAL_STAFF);
    }

    @Bean
    CheckTask verifyJointSolutionsTask() {
        return check("Task_VerifyJointSolutions", Requirement.JOINT_SOLUTIONS);
    }

    @Bean
    CheckTask verifyServiceProgramsTask() {
        return check("Task_VerifyServicePrograms", Requirement.SERVICE_PROGRAMS);
    }

    @Bean
    CheckTask checkProductEngineerTask() {
        return check("Task_CheckProductEngineer", Requirement.PRODUCT_ENGINEER);
    }

    private CheckTask check(String taskKey, Requirement requirement) {
        return new CheckTask(taskKey, requirement, upgrades, evidence, facts, answers, clock);
    }
}
