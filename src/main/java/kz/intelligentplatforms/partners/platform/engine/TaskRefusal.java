package kz.intelligentplatforms.partners.platform.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What someone sent for a task cannot be accepted; nothing has changed. The engine's webapps answer it with 400 and show the
 * message, so it is in the reader's language and says what to do.
 */
public class TaskRefusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    public TaskRefusal(String message) {
        super(message);
    }
}
