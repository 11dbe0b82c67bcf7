package kz.intelligentplatforms.partners.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.springframework.context.annotation.Bean;

/** The registration model with nothing behind it: what the engine alone takes for these steps. */
class EmptyRegistration implements RegistrationBench.Contestant {

    private static final String MODEL = "bpmn/partner-registration.bpmn";
    private static final String FORM = "forms/review-registration.form";
    static final String KEY = "partner-registration-baseline";

    private final RuntimeService runtime;
    private final AtomicInteger count = new AtomicInteger();

    EmptyRegistration(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(KEY + ".bpmn", model())
                .addClasspathResource(FORM)
                .deploy();
    }

    private static BpmnModelInstance model() {
        var model = Bpmn.readModelFromStream(
                EmptyRegistration.class.getClassLoader().getResourceAsStream(MODEL));
        model.getModelElementsByType(Process.class).forEach(process -> process.setId(KEY));
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${emptyDelegate}"));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${emptyDelegate}"));
        model.getModelElementsByType(CamundaTaskListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${emptyListener}"));
        return model;
    }

    @Override
    public String submit(RegistrationRequest request) {
        var searchKeys = new HashMap<String, Object>();
        searchKeys.put("companyName", request.company().name());
        searchKeys.put("bin", request.company().bin());
        searchKeys.put("wishedTier", request.wishedTier());
        var businessKey = "BASE-%06d".formatted(count.incrementAndGet());
        runtime.startProcessInstanceByKey(KEY, businessKey, searchKeys);
        return businessKey;
    }

    /** The gateway's variable, which in the product the review's listener sets. */
    @Override
    public Map<String, Object> approval() {
        return Map.of("reviewDecision", "APPROVE");
    }

    /** The beans that the model names. */
    static class Beans {

        @Bean
        JavaDelegate emptyDelegate() {
            return execution -> {};
        }

        @Bean
        TaskListener emptyListener() {
            return task -> {};
        }
    }
}
