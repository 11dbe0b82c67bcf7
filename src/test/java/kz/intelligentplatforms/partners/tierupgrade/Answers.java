package kz.intelligentplatforms.partners.tierupgrade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What checkers fill in: only what the task's form declares. */
final class Answers {

    private static final List<String> ASK_UNTIL_WHEN =
            List.of("Task_CheckTechnicalCertification", "Task_CheckProductEngineer");

    private Answers() {}

    static Map<String, Object> of(String task, String verdict, String comment) {
        var answers = new HashMap<String, Object>(Map.of("verdict", verdict, "comment", comment));
        if (ASK_UNTIL_WHEN.contains(task)) {
            answers.put("validUntil", Samples.today().plusMonths(6).toString());
        }
        return answers;
    }
}
