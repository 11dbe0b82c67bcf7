package kz.intelligentplatforms.partners.platform.engine;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.authorization.Permission;

/**
 * What a group may do with one process in the webapps beyond what it may with all: a bean of the module whose process it is. It counts
 * instead of what the group may with all processes.
 *
 * @param process its key
 */
public record EngineRight(Group group, String process, List<Permission> permissions) {}
