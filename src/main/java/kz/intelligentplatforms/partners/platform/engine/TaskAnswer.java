package kz.intelligentplatforms.partners.platform.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;

/** What somebody answers in a task's form. What cannot be accepted is a {@link TaskRefusal} in the reader's words, beside its field. */
public final class TaskAnswer {

    private static final int MAX_COMMENT = 2000;

    private final DelegateTask task;
    private final Texts texts;

    public TaskAnswer(DelegateTask task, Texts texts) {
        this.task = task;
        this.texts = texts;
    }

    /** The id of who answers. */
    public String user() {
        return TaskAnswers.actor(task).orElseThrow(() -> new IllegalStateException("Somebody must have answered"));
    }

    /** The field {@code decision}. */
    public Decision decision() {
        return choice("decision", Decision.class, "review.decision-required");
    }

    /** One of the type's values, which must be given; {@code missing} is the message where it is not. */
    public <E extends Enum<E>> E choice(String field, Class<E> type, String missing) {
        var given = task.getVariable(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(given))
                .findFirst()
                .orElseThrow(() -> refusal(field, missing));
    }

    /** The field {@code comment}, which the company reads word for word. */
    public String comment(boolean required) {
        var comment = prose("comment");
        if (comment.isEmpty() && required) {
            throw refusal("comment", "review.comment-required");
        }
        if (comment.length() > MAX_COMMENT) {
            throw refusal("comment", "review.comment-too-long", MAX_COMMENT);
        }
        return comment;
    }

    /** The ticked values of a list. */
    public List<String> ticked(String field) {
        var values = new ArrayList<String>();
        if (task.getVariable(field) instanceof SpinJsonNode list && list.isArray()) {
            list.elements().forEach(value -> values.add(value.stringValue()));
        }
        return values;
    }

    /** A day, where the field holds one. */
    public Optional<LocalDate> day(String field) {
        return task.getVariable(field) instanceof String text ? InputText.day(text) : Optional.empty();
    }

    /** Whether the field holds anything, be it wrong. */
    public boolean isGiven(String field) {
        return task.getVariable(field) != null;
    }

    /** A sum in KZT with at most two digits after the comma, where the field holds one. */
    public Optional<BigDecimal> sum(String field) {
        var given = task.getVariable(field);
        if (given instanceof Number number) {
            return Optional.of(new BigDecimal(number.toString()).stripTrailingZeros())
                    .filter(sum -> sum.scale() <= 2)
                    .map(sum -> sum.setScale(2));
        }
        return given instanceof String text ? InputText.money(text) : Optional.empty();
    }

    /** A change of points as people write it, for its constraint to check; empty where there is none. */
    public String points(String field) {
        return task.getVariable(field) instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : line(field);
    }

    /** Lines of text; empty where there are none. */
    public String prose(String field) {
        return task.getVariable(field) instanceof String text ? InputText.cleanLines(text) : "";
    }

    /** One line of text; empty where there is none. */
    public String line(String field) {
        return task.getVariable(field) instanceof String text ? InputText.clean(text) : "";
    }

    /** Tells the process, which goes on by it. */
    public void result(String variable, String value) {
        task.getExecution().setVariable(variable, value);
    }

    /** Refuses what a field holds; {@code key} is the message. */
    public TaskRefusal refusal(String field, String key, Object... arguments) {
        return TaskRefusal.of(field, texts.get(key, arguments));
    }

    /** Refuses the answer as a whole. */
    public TaskRefusal refusal(String key) {
        return TaskRefusal.because(texts.get(key));
    }
}
