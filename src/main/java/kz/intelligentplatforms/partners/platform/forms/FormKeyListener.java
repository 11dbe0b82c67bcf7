package kz.intelligentplatforms.partners.platform.forms;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Cases that began with release 1 have models which name a form drawn by Tasklist itself; they get the form that took its place, which
 * has its name.
 */
public class FormKeyListener extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var form = ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .getFormDefinition();
        Expression reference = form.getCamundaFormDefinitionKey();
        if (reference != null) {
            form.setFormKey(new FixedValue(ServedForms.keyOf(reference.getExpressionText())));
            form.setCamundaFormDefinitionKey(null);
            form.setCamundaFormDefinitionBinding(null);
        }
    }
}
