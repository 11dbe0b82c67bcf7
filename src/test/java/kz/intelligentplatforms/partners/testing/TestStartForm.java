package kz.intelligentplatforms.partners.testing;

import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.forms.TaskForm;

/** The form of the process {@code test-start}. */
class TestStartForm implements TaskForm {

    @Override
    public String id() {
        return "test-start";
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("quarter", List.of("2026-Q3", "2026-Q4")).labelled("task.decision"),
                FormField.prose("note", 20).labelled("task.comment"));
    }

    @Override
    public Object facts(String caseNumber) {
        return Map.of();
    }
}
