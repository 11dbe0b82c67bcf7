package kz.intelligentplatforms.partners.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tasks' forms, on the server's side: the browser checks for convenience, here it counts. What a form does not declare is
 * refused, and what it declares must be as it declares it.
 */
@Component
public class TaskForms {

    /** What fits into a variable that the engine keeps as text. */
    private static final int MAX_TEXT = 4000;

    private final FormService forms;
    private final TaskService tasks;
    private final HistoryService history;
    private final Accounts accounts;
    private final Texts texts;
    private final ObjectMapper json;

    TaskForms(
            FormService forms,
            TaskService tasks,
            HistoryService history,
            Accounts accounts,
            Texts texts,
            ObjectMapper json) {
        this.forms = forms;
        this.tasks = tasks;
        this.history = history;
        this.accounts = accounts;
        this.texts = texts;
        this.json = json;
    }

    /** Why {@code userId} cannot work the task: it is done, or somebody else has it. In the reader's words. */
    public Optional<String> conflict(String taskId, @Nullable String userId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return Optional.of(alreadyDone(taskId));
        }
        return Optional.ofNullable(task.getAssignee())
                .filter(assignee -> !assignee.equals(userId))
                .map(assignee -> texts.get("webapp.claimed-by", accounts.nameOf(assignee)));
    }

    private String alreadyDone(String taskId) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
                .map(done -> done.getAssignee())
                .map(assignee -> texts.get("webapp.done-by", accounts.nameOf(assignee)))
                .orElseGet(() -> texts.get("webapp.done"));
    }

    /** What is wrong with a submitted form, given as the webapps' JSON; in the reader's words, naming the field. */
    public Optional<String> flawOf(String taskId, byte[] body) {
        var submitted = variablesOf(body);
        var fields = fieldsOf(taskId);
        for (var name : submitted.keySet()) {
            if (!fields.containsKey(name)) {
                return Optional.of(texts.get("webapp.undeclared", name));
            }
        }
        return fields.values().stream()
                .map(field -> flawOf(field, submitted.get(field.path("key").asText())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> flawOf(JsonNode field, @Nullable JsonNode variable) {
        var label = field.path("label").asText(field.path("key").asText());
        var value = variable == null ? null : variable.get("value");
        if (value == null
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())) {
            return field.path("validate").path("required").asBoolean()
                    ? Optional.of(texts.get("webapp.required", label))
                    : Optional.empty();
        }
        return isAsDeclared(field, value) ? Optional.empty() : Optional.of(texts.get("webapp.invalid", label));
    }

    private boolean isAsDeclared(JsonNode field, JsonNode value) {
        return switch (field.path("type").asText()) {
            case "radio", "select" -> value.isTextual() && choices(field).anyMatch(value.asText()::equals);
            case "checklist", "taglist" -> isSomeOf(field, value);
            case "checkbox" -> value.isBoolean();
            case "number" -> value.isNumber();
            default ->
                value.isTextual()
                        && value.asText().length()
                                <= field.path("validate").path("maxLength").asInt(MAX_TEXT);
        };
    }

    private boolean isSomeOf(JsonNode field, JsonNode value) {
        var list = value.isTextual() ? parse(value.asText().getBytes(StandardCharsets.UTF_8)) : value;
        return list.isArray()
                && stream(list.elements())
                        .allMatch(entry -> entry.isTextual() && choices(field).anyMatch(entry.asText()::equals));
    }

    private static Stream<String> choices(JsonNode field) {
        return stream(field.path("values").elements())
                .map(choice -> choice.path("value").asText());
    }

    private Map<String, JsonNode> variablesOf(byte[] body) {
        var variables = new LinkedHashMap<String, JsonNode>();
        parse(body)
                .path("variables")
                .fields()
                .forEachRemaining(entry -> variables.put(entry.getKey(), entry.getValue()));
        return variables;
    }

    /** The fields that take an answer, by key. */
    private Map<String, JsonNode> fieldsOf(String taskId) {
        var fields = new LinkedHashMap<String, JsonNode>();
        try (var form = forms.getDeployedTaskForm(taskId)) {
            collect(json.readTree(form), fields);
        } catch (IOException | ProcessEngineException | NullPointerException e) {
            // A task without a form declares nothing; over a task that is gone by now the engine stumbles.
            return Map.of();
        }
        return fields;
    }

    private static void collect(JsonNode component, Map<String, JsonNode> fields) {
        if (component.has("key")
                && !component.path("disabled").asBoolean()
                && !component.path("readonly").asBoolean()) {
            fields.put(component.get("key").asText(), component);
        }
        component.path("components").forEach(child -> collect(child, fields));
    }

    private JsonNode parse(byte[] text) {
        try {
            return Objects.requireNonNullElseGet(json.readTree(text), json::createObjectNode);
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    private static <T> Stream<T> stream(Iterator<T> elements) {
        Iterable<T> iterable = () -> elements;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
