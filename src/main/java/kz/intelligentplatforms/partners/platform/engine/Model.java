package kz.intelligentplatforms.partners.platform.engine;

import java.util.Arrays;

/**
 * A process or a decision table as it is deployed.
 *
 * @param name the file's, which is the key of what it defines and {@code .bpmn} or {@code .dmn}
 */
record Model(String name, byte[] content) {

    boolean isProcess() {
        return name.endsWith(".bpmn");
    }

    /** What the engine knows it by. */
    String key() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Byte for byte. */
    boolean isSameAs(Model other) {
        return Arrays.equals(content, other.content);
    }
}
