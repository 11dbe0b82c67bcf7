package kz.intelligentplatforms.partners.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import kz.intelligentplatforms.partners.platform.forms.FormField.Condition;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what somebody submits against a form: what it does not ask is refused, and what it asks must be as it asks it. */
@Component
public class FormAnswers {

    /** The engine's types that an answer may have; it finds one itself where none is said. */
    private static final Set<String> PLAIN =
            Set.of("", "null", "string", "boolean", "integer", "long", "double", "json");

    private static final String REQUIRED = "webapp.required";

    private final Texts texts;
    private final ObjectMapper json;

    FormAnswers(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /**
     * What is wrong with a submitted form, given as the webapps' JSON: by field, in the reader's words, in the form's order; what was
     * not asked comes first.
     */
    public Map<String, String> violationsOf(List<FormField> fields, byte[] body) {
        var submitted = variablesOf(body);
        var violations = new LinkedHashMap<String, String>();
        var asked = new HashMap<String, FormField>();
        fields.forEach(field -> asked.put(field.name(), field));
        submitted.keySet().stream()
                .filter(name -> !asked.containsKey(name))
                .forEach(name -> violations.put(name, texts.get("webapp.undeclared", name)));
        for (var field : fields) {
            var violation = violationOf(field, submitted.get(field.name()), shown -> isMet(shown, asked, submitted));
            if (violation != null) {
                violations.put(field.name(), inWords(violation, field));
            }
        }
        return violations;
    }

    /** The JSON object that the text is; an empty one where it is none. */
    public JsonNode parse(byte[] text) {
        try {
            return Objects.requireNonNullElseGet(json.readTree(text), json::createObjectNode);
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    private String inWords(String violation, FormField field) {
        var own = violation.equals(REQUIRED) ? texts.find(field.label() + ".missing") : Optional.<String>empty();
        return own.orElseGet(() -> texts.get(
                violation, texts.get(field.label(), field.labelArguments().toArray())));
    }

    private interface Conditions {
        boolean areMet(@Nullable Condition condition);
    }

    /** The message that says it; null where nothing is wrong. */
    private @Nullable String violationOf(FormField field, @Nullable JsonNode variable, Conditions conditions) {
        if (variable != null && !isPlain(variable)) {
            return "webapp.invalid";
        }
        var value = variable == null ? null : variable.get("value");
        if (isEmpty(value)) {
            // What is not sent at all stays as it stood at the start.
            boolean stays = variable == null && !field.value().isEmpty();
            boolean required = !stays
                    && field.required() != null
                    && conditions.areMet(field.required())
                    && (field.shown() == null || conditions.areMet(field.shown()));
            return required ? REQUIRED : null;
        }
        return isAsAsked(field, Objects.requireNonNull(value)) ? null : invalid(field);
    }

    private static String invalid(FormField field) {
        return field.kind() == FormField.Kind.POINTS ? "error.points-change" : "webapp.invalid";
    }

    /** A condition on a field that is not to be seen is not met. */
    private static boolean isMet(
            @Nullable Condition condition, Map<String, FormField> asked, Map<String, JsonNode> submitted) {
        if (condition == null || condition.field() == null) {
            return true;
        }
        var answer = submitted.get(condition.field());
        var other = asked.get(condition.field());
        return answer != null
                && condition.values().contains(answer.path("value").asText())
                && (other == null || isMet(other.shown(), asked, submitted));
    }

    private static boolean isEmpty(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || (value.isTextual() && InputText.clean(value.asText()).isEmpty());
    }

    /** An object of a class that the sender names would be made from what it sends. */
    private static boolean isPlain(JsonNode variable) {
        return PLAIN.contains(variable.path("type").asText("").toLowerCase(Locale.ROOT));
    }

    private boolean isAsAsked(FormField field, JsonNode value) {
        var text = value.isTextual() ? value.asText() : "";
        return switch (field.kind()) {
            case CHOICE -> field.values().contains(text);
            case TICKS -> isSomeOf(field, value);
            case LINE, PROSE -> value.isTextual() && text.length() <= field.maxLength();
            case MONEY ->
                value.isNumber()
                        ? Double.isFinite(value.doubleValue())
                        : InputText.money(text).isPresent();
            case POINTS ->
                value.isNumber()
                        ? Double.isFinite(value.doubleValue())
                        : InputText.pointsChange(text).isPresent();
            case DAY -> InputText.day(text).isPresent();
        };
    }

    private boolean isSomeOf(FormField field, JsonNode value) {
        var list = value.isTextual() ? parse(value.asText().getBytes(StandardCharsets.UTF_8)) : value;
        return list.isArray()
                && StreamSupport.stream(list.spliterator(), false)
                        .allMatch(entry -> entry.isTextual() && field.values().contains(entry.asText()));
    }

    private Map<String, JsonNode> variablesOf(byte[] body) {
        var variables = new LinkedHashMap<String, JsonNode>();
        parse(body)
                .path("variables")
                .fields()
                .forEachRemaining(entry -> variables.put(entry.getKey(), entry.getValue()));
        return variables;
    }
}
