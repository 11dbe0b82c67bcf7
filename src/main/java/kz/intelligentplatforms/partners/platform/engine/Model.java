package kz.intelligentplatforms.partners.platform.engine;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/**
 * What is deployed together: a process with the forms it refers to, which the engine looks for in its deployment, or a decision
 * table.
 *
 * @param name the file's, which is the key of what it defines and {@code .bpmn} or {@code .dmn}
 * @param files by name, the model's own first
 */
record Model(String name, Map<String, byte[]> files) {

    private static final String PROCESS = ".bpmn";

    /**
     * @param forms the content of a form's file; nothing where there is none
     */
    static Model of(String name, byte[] content, Function<String, Optional<byte[]>> forms) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(name, content);
        if (name.endsWith(PROCESS)) {
            Bpmn.readModelFromStream(new ByteArrayInputStream(content)).getModelElementsByType(FlowNode.class).stream()
                    .map(node -> node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef"))
                    .filter(form -> form != null)
                    .map(form -> form + ".form")
                    .forEach(file -> forms.apply(file).ifPresent(form -> files.put(file, form)));
        }
        return new Model(name, files);
    }

    boolean isProcess() {
        return name.endsWith(PROCESS);
    }

    /** What the engine knows it by. */
    String key() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Byte for byte. */
    boolean isSameAs(Model other) {
        return files.keySet().equals(other.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), other.files.get(file.getKey())));
    }
}
