package kz.intelligentplatforms.partners.platform.forms;

import java.util.List;

/**
 * A form of Tasklist: the template {@code forms/<id>.html}, and here what it asks and what it shows. Both are read at each opening and
 * once more when the answer comes; nothing of them is kept with the task.
 */
public interface TaskForm {

    /** The name of its template, which is also the end of its address and of its form key. */
    String id();

    /**
     * What it asks, in the order of the page: what else is sent is refused.
     *
     * @param caseNumber the task's case; empty for a form that starts one
     */
    List<FormField> fields(String caseNumber);

    /** What the template shows as {@code facts}: a record or a map, in the reader's language. */
    Object facts(String caseNumber);
}
