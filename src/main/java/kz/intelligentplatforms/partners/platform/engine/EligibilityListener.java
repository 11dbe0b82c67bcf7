package kz.intelligentplatforms.partners.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Asks {@link TaskEligibility} at every assignment and completion of every task, whichever door leads there. It is added as a model is
 * read, so no model can forget it and cases of earlier versions have it, too; and it comes before the models' own listeners.
 */
class EligibilityListener extends AbstractBpmnParseListener implements TaskListener {

    private final Supplier<TaskEligibility> eligibility;

    EligibilityListener(Supplier<TaskEligibility> eligibility) {
        this.eligibility = eligibility;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, this);
        task.addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
            eligibility.get().checkAssignment(task);
        } else {
            eligibility.get().checkCompletion(task);
        }
    }
}
