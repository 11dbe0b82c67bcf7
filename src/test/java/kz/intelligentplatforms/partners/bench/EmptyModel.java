package kz.intelligentplatforms.partners.bench;

import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.springframework.context.annotation.Bean;

/** A model of the product with nothing behind it: what the engine alone takes. */
final class EmptyModel {

    private EmptyModel() {}

    /**
     * Deploys a process of the product anew, emptied, with its forms.
     *
     * @param process its key, which is the name of its file
     * @param key the key it gets
     * @param executionListener the bean that stands in for its execution listeners
     * @param change whatever else it takes to stand alone
     */
    static void deploy(
            ProcessEngine engine,
            String process,
            String key,
            String executionListener,
            Consumer<BpmnModelInstance> change) {
        var model = Bpmn.readModelFromStream(Objects.requireNonNull(
                EmptyModel.class.getClassLoader().getResourceAsStream("bpmn/" + process + ".bpmn")));
        model.getModelElementsByType(Process.class).forEach(found -> found.setId(key));
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${noDelegate}"));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${noDelegate}"));
        model.getModelElementsByType(CamundaTaskListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${noTaskListener}"));
        model.getModelElementsByType(CamundaExecutionListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${" + executionListener + "}"));
        change.accept(model);
        var deployment = engine.getRepositoryService().createDeployment().addModelInstance(key + ".bpmn", model);
        model.getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getCamundaFormRef)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(form -> deployment.addClasspathResource("forms/" + form + ".form"));
        deployment.deploy();
    }

    /** The beans that every emptied model names. */
    static class Beans {

        @Bean
        JavaDelegate noDelegate() {
            return execution -> {};
        }

        @Bean
        TaskListener noTaskListener() {
            return task -> {};
        }
    }
}
