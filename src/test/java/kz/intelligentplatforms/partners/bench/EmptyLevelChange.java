package kz.intelligentplatforms.partners.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.springframework.context.annotation.Bean;

/** The model of a level change with nothing behind it but the variables its gateways need: what the engine alone takes. */
class EmptyLevelChange {

    private static final String KEY = "tier-upgrade-bare";

    private final RuntimeService runtime;
    private final AtomicInteger count = new AtomicInteger();

    EmptyLevelChange(ProcessEngine engine) {
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
                EmptyLevelChange.class.getClassLoader().getResourceAsStream("bpmn/tier-upgrade.bpmn"));
        model.getModelElementsByType(Process.class).forEach(process -> process.setId(KEY));
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${noDelegate}"));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> task.setCamundaDelegateExpression("${noDelegate}"));
        model.getModelElementsByType(CamundaTaskListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${noTaskListener}"));
        model.getModelElementsByType(CamundaExecutionListener.class)
                .forEach(listener -> listener.setCamundaDelegateExpression("${onlyTheGatewaysVariables}"));
        return model;
    }

    /** Starts a case that takes the first checks; gives its business key. */
    String submit(int checks) {
        var key = "%s-%06d".formatted(KEY, count.incrementAndGet());
        var wanted = List.of(
                        Requirement.JOINT_SALES_PLAN,
                        Requirement.SALES_SPECIALIST,
                        Requirement.CERTIFIED_TECHNICAL_STAFF)
                .subList(0, checks);
        runtime.startProcessInstanceByKey(
                KEY,
                key,
                Map.of(
                        "companyName",
                        "Bench",
                        "bin",
                        "000000000000",
                        "target",
                        "CORPORATE_RESELLER",
                        "checks",
                        Variables.objectValue(
                                        wanted.stream().map(Requirement::name).toList())
                                .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                                .create()));
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
        ExecutionListener onlyTheGatewaysVariables() {
            return execution -> {
                execution.setVariableLocal("evidence", "PROVIDED");
                execution.setVariableLocal("checkVerdict", null);
            };
        }
    }
}
