package kz.intelligentplatforms.partners.bench;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Bean;

/** The model of co-funding with nothing behind it but the variables its gateways need: what the engine alone takes. */
class EmptyCoFunding {

    private static final String KEY = "co-funding-bare";
    private static final String SOME_DAY = "2099-01-01T12:00:00";

    private final RuntimeService runtime;
    private final AtomicInteger count = new AtomicInteger();

    EmptyCoFunding(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        EmptyModel.deploy(engine, "co-funding", KEY, "noExecutionListener", EmptyCoFunding::withoutDaysOfRequests);
    }

    /** A request's own days are in the product's tables. */
    private static void withoutDaysOfRequests(BpmnModelInstance model) {
        model.getModelElementsByType(TimeDate.class).stream()
                .filter(date -> date.getTextContent().contains("coFundingDates"))
                .forEach(date -> date.setTextContent(SOME_DAY));
        model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> String.valueOf(task.getCamundaDueDate()).contains("coFundingDates"))
                .forEach(task -> task.setCamundaDueDate(SOME_DAY));
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
    static class Beans extends EmptyModel.Beans {

        @Bean
        ExecutionListener noExecutionListener() {
            return execution -> {};
        }
    }
}
