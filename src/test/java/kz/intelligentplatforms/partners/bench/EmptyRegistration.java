package kz.intelligentplatforms.partners.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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

/**
 * The registration model with nothing behind it: what the engine alone takes for these steps. Its send tasks send nothing, or
 * start the notification model, with nothing behind it either.
 */
class EmptyRegistration implements RegistrationBench.Contestant {

    private static final String MODEL = "bpmn/partner-registration.bpmn";
    private static final String NOTIFICATION_MODEL = "bpmn/notification.bpmn";
    private static final String FORM = "forms/review-registration.form";

    static final String NOTIFICATION = "notification-baseline";

    private final String key;
    private final RuntimeService runtime;
    private final AtomicInteger count = new AtomicInteger();

    private EmptyRegistration(ProcessEngine engine, String key, String sender) {
        this.key = key;
        this.runtime = engine.getRuntimeService();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(key + ".bpmn", emptied(MODEL, key, sender))
                .addModelInstance(NOTIFICATION + ".bpmn", emptied(NOTIFICATION_MODEL, NOTIFICATION, sender))
                .addClasspathResource(FORM)
                .deploy();
    }

    static EmptyRegistration bare(ProcessEngine engine) {
        return new EmptyRegistration(engine, "partner-registration-bare", "${emptyDelegate}");
    }

    static EmptyRegistration notifying(ProcessEngine engine) {
        return new EmptyRegistration(engine, "partner-registration-notifying", "${emptyNotification}");
    }

    private static BpmnModelInstance emptied(String file, String key, String sender) {
        var model = Bpmn.readModelFromStream(
                EmptyRegistration.class.getClassLoader().getResourceAsStream(file));
        model.getModelElementsByType(Process.class).forEach(process -> process.setId(key));
        model.getModelElementsByType(ServiceTask.class).forEach(task -> {
            if (task.getCamundaTopic() == null) {
                task.setCamundaDelegateExpression("${emptyDelegate}");
            } else {
                // Not the topic of the product: nothing is sent.
                task.setCamundaTopic(NOTIFICATION);
            }
        });
        model.getModelElementsByType(SendTask.class).forEach(task -> task.setCamundaDelegateExpression(sender));
        model.getModelElementsByType(CamundaTaskListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${emptyListener}"));
        return model;
    }

    @Override
    public String processKey() {
        return key;
    }

    @Override
    public String submit(RegistrationRequest request) {
        var searchKeys = new HashMap<String, Object>();
        searchKeys.put("companyName", request.company().name());
        searchKeys.put("bin", request.company().bin());
        searchKeys.put("wishedTier", request.wishedTier());
        searchKeys.put("wishesMore", false);
        var businessKey = "%s-%06d".formatted(key, count.incrementAndGet());
        runtime.startProcessInstanceByKey(key, businessKey, searchKeys);
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

        /** As many instances and search keys as the product's mails have. */
        @Bean
        JavaDelegate emptyNotification() {
            return execution -> execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                            NOTIFICATION,
                            UUID.randomUUID().toString(),
                            Map.of("template", "TEMPLATE", "caseNumber", execution.getProcessBusinessKey()));
        }

        @Bean
        TaskListener emptyListener() {
            return task -> {};
        }
    }
}
