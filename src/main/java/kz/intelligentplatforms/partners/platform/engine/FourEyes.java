package kz.intelligentplatforms.partners.platform.engine;

import java.util.Set;

/**
 * Four eyes on a task: whoever had a part in what it decides on leaves it to somebody else. The module of the task contributes one;
 * {@link TaskEligibility} holds it at every door.
 */
public interface FourEyes {

    /** The task's id in its model. */
    String taskKey();

    /** The ids of the users who had a part in the case so far, and so may neither claim nor complete the task. */
    Set<String> excludedUsers(String caseNumber);

    /** The message for whoever may not do it. */
    String refusal();
}
