package kz.intelligentplatforms.partners.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Bean;

/** The model of a level change with nothing behind it but the variables its gateways need: what the engine alone takes. */
class EmptyLevelChange {

    private static final String KEY = "tier-upgrade-bare";

    private final RuntimeService runtime;
    private final AtomicInteger count = new AtomicInteger();

    EmptyLevelChange(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        EmptyModel.deploy(engine, "tier-upgrade", KEY, "onlyTheGatewaysVariables", EmptyLevelChange::free);
    }

    /** Of a decision without a case nobody can say who took part in it: by another id it is not asked. */
    private static void free(BpmnModelInstance model) {
        UserTask decision = model.getModelElementById("Task_DecideTierChange");
        decision.setId("Task_DecideTierChangeBare");
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
    static class Beans extends EmptyModel.Beans {

        @Bean
        ExecutionListener onlyTheGatewaysVariables() {
            return execution -> {
                execution.setVariableLocal("evidence", "PROVIDED");
                execution.setVariableLocal("checkVerdict", null);
            };
        }
    }
}
