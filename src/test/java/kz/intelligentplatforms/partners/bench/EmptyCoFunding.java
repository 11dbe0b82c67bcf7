package kz.intelligentplatforms.partners.bench;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.springframework.context.annotation.Bean;

/** The model of co-funding with nothing behind it but the variables its gateways need: what the engine alone takes. */
class EmptyCoFunding {

    private static final String KEY = "co-funding-bare";
    private static final String SOME_DAY = "2099-01-01T12:00:00";

    private final RuntimeService runtime;
    private final AtomicInteger count = new AtomicInteger();

    EmptyCoFunding(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        var model = emptied();
        var deployment = engine.getRepositoryService().createDeployment().addModelInstance(KEY + ".bpmn", model);
        model.getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getCamundaFormRef)
                .filter(form -> form != null)
                .distinct()
                .forEach(form -> deployment.addClasspathResource("forms/" + form + ".form"));
        deployment.deploy();
    }

    private static BpmnModelInstance emptied() {
        var model = Bpmn.readModelFromStream(
                EmptyCoFunding.class.getClassLoader().getResourceAsStream("bpmn/co-funding.bpmn"));
        model.getModelElementsByType(Process.class).forEach(process -> process.setId(KEY));
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${noDelegate}"));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${noDelegate}"));
        model.getModelElementsByType(CamundaTaskListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${noTaskListener}"));
        model.getModelElementsByType(CamundaExecutionListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${noExecutionListener}"));
        // A request's own days are in the product's tables.
        model.getModelElementsByType(TimeDate.class).stream()
                .filter(date -> date.getTextContent().contains("coFundingDates"))
                .forEach(date -> date.setTextContent(SOME_DAY));
        model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> String.valueOf(task.getCamundaDueDate()).contains("coFundingDates"))
                .forEach(task -> task.setCamundaDueDate(SOME_DAY));
        return model;
    }

    /** Starts a case; gives its business key. */
    String submit() {
        var key = "%s-%06d".formatted(KEY, count.incrementAndGet());
        runtime.startProcessInstanceByKey(
                KEY,
                key,
                Map.of(
                        "companyName",
                        "Company",
                        "bin",
                        "000000000000",
                        "activity",
                        "EVENT",
                        "eligibility",
                        "ELIGIBLE",
                        "authorization",
                        "NOT_REQUIRED",
                        "reservation",
                        "RESERVED",
                        "secondPerson",
                        "NOT_REQUIRED"));
        return key;
    }

    /** The beans that the model names. */
    static class Beans {

        @Bean
        JavaDelegate noDelegate() {
            return execution -> {};
        }

        @Bean
        TaskListener noTaskListener() {
            return task -> {};
        }

        @Bean
        ExecutionListener noExecutionListener() {
            return execution -> {};
        }
    }
}
