package kz.intelligentplatforms.partners.casework;

import kz.intelligentplatforms.partners.platform.engine.FourEyes;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;

/** A task for somebody else than who had a part in what it is about. */
public abstract class FourEyesTask extends ReviewTask implements FourEyes {

    private final String refusal;

    /** @param refusal the message for whoever may not do it */
    protected FourEyesTask(String taskKey, String refusal, TaskAnswers answers) {
        super(taskKey, answers);
        this.refusal = refusal;
    }

    @Override
    public final String refusal() {
        return refusal;
    }
}
