package kz.intelligentplatforms.partners.platform.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What somebody answers in a task's form. What cannot be accepted is a {@link TaskRefusal} in the reader's words. */
@Component
public class TaskAnswers {

    private static final int MAX_COMMENT = 2000;

    private final Texts texts;

    TaskAnswers(Texts texts) {
        this.texts = texts;
    }

    /** Forgets what was answered in an earlier round: the answers are the task's own, and nothing is ticked beforehand. */
    public void askAnew(DelegateTask task, String... fields) {
        for (var field : fields) {
            task.setVariableLocal(field, null);
        }
    }

    /** As {@link #askAnew} for a list to tick: Tasklist sends it back as the type it found, so it must be a list already. */
    public void askListAnew(DelegateTask task, String field) {
        task.setVariableLocal(field, Spin.JSON("[]"));
    }

    /** The field {@code decision}. */
    public Decision decision(DelegateTask task) {
        return choice(task, "decision", Decision.class, "review.decision-required");
    }

    /** One of the type's values, which must be given; {@code missing} is the message where it is not. */
    public <E extends Enum<E>> E choice(DelegateTask task, String field, Class<E> type, String missing) {
        var given = task.getVariable(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(given))
                .findFirst()
                .orElseThrow(() -> TaskRefusal.because(texts.get(missing)));
    }

    /** The field {@code comment}, which the company reads word for word. */
    public String comment(DelegateTask task, boolean required) {
        var comment = task.getVariable("comment") instanceof String text ? TypedText.cleanLines(text) : "";
        if (comment.isEmpty() && required) {
            throw TaskRefusal.because(texts.get("review.comment-required"));
        }
        if (comment.length() > MAX_COMMENT) {
            throw TaskRefusal.because(texts.get("review.comment-too-long", MAX_COMMENT));
        }
        return comment;
    }

    /** The ticked values of a list. */
    public List<String> ticked(DelegateTask task, String field) {
        var values = new ArrayList<String>();
        if (task.getVariable(field) instanceof SpinJsonNode list && list.isArray()) {
            list.elements().forEach(value -> values.add(value.stringValue()));
        }
        return values;
    }

    /** A day, where the field holds one. */
    public Optional<LocalDate> day(DelegateTask task, String field) {
        return task.getVariable(field) instanceof String text ? TypedText.day(text) : Optional.empty();
    }

    /** A sum in KZT with at most two digits after the comma, where the field holds one. */
    public Optional<BigDecimal> sum(DelegateTask task, String field) {
        return task.getVariable(field) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()).stripTrailingZeros())
                        .filter(sum -> sum.scale() <= 2)
                        .map(sum -> sum.setScale(2))
                : Optional.empty();
    }

    /** One line of text; empty where there is none. */
    public String line(DelegateTask task, String field) {
        return task.getVariable(field) instanceof String text ? TypedText.clean(text) : "";
    }

    /** Who answers. */
    public String user(DelegateTask task) {
        return actor(task).orElseThrow(() -> new IllegalStateException("Somebody must have answered"));
    }

    /** Who works the task: whoever is signed in to the engine, or else its holder; nobody where our own code moves a case on. */
    static Optional<String> actor(DelegateTask task) {
        return signedIn(task).or(() -> Optional.ofNullable(task.getAssignee()));
    }

    static Optional<String> signedIn(DelegateTask task) {
        var signedIn = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(signedIn == null ? null : signedIn.getUserId());
    }
}
