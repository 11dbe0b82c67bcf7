package kz.intelligentplatforms.partners.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what somebody submits against a form: what it does not declare is refused, and what it declares must be as it declares it. */
@Component
class DeclaredFields {

    /** What fits into a variable that the engine keeps as text. */
    private static final int MAX_TEXT = 4000;

    /** The engine's types that an answer may have; it finds one itself where none is said. */
    private static final Set<String> PLAIN =
            Set.of("", "null", "string", "boolean", "integer", "long", "double", "json");

    private final Texts texts;
    private final ObjectMapper json;

    DeclaredFields(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** The fields of a form that take an answer, by key. */
    Map<String, JsonNode> of(InputStream form) throws IOException {
        var fields = new LinkedHashMap<String, JsonNode>();
        collect(json.readTree(form), fields);
        return fields;
    }

    /** What is wrong with a submitted form, given as the webapps' JSON; in the reader's words, naming the field. */
    Optional<String> flawOf(Map<String, JsonNode> fields, byte[] body) {
        var submitted = variablesOf(body);
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

    /** The JSON object that the text is; an empty one where it is none. */
    JsonNode parse(byte[] text) {
        try {
            return Objects.requireNonNullElseGet(json.readTree(text), json::createObjectNode);
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    private Optional<String> flawOf(JsonNode field, @Nullable JsonNode variable) {
        var label = labelOf(field);
        if (variable != null && !isPlain(variable)) {
            return Optional.of(texts.get("webapp.invalid", label));
        }
        var value = variable == null ? null : variable.get("value");
        if (value == null
                || value.isNull()
                || (value.isTextual() && TypedText.clean(value.asText()).isEmpty())) {
            return isRequired(field) ? Optional.of(texts.get("webapp.required", label)) : Optional.empty();
        }
        return isAsDeclared(field, value) ? Optional.empty() : Optional.of(texts.get("webapp.invalid", label));
    }

    /** An object of a class that the sender names would be made from what it sends. */
    private static boolean isPlain(JsonNode variable) {
        return PLAIN.contains(variable.path("type").asText("").toLowerCase(Locale.ROOT));
    }

    /** A field with a condition may have been hidden from whoever answers: then only the task's listener knows whether it had to be filled in. */
    private static boolean isRequired(JsonNode field) {
        return field.path("validate").path("required").asBoolean() && !field.has("conditional");
    }

    /** The label up to its first expression, which only the webapps can evaluate. */
    private static String labelOf(JsonNode field) {
        var label = field.path("label").asText(field.path("key").asText());
        return label.replaceFirst("[:\\s]*\\{\\{(?s:.*)", "");
    }

    private boolean isAsDeclared(JsonNode field, JsonNode value) {
        return switch (field.path("type").asText()) {
            case "radio", "select" -> value.isTextual() && choices(field).anyMatch(value.asText()::equals);
            case "checklist", "taglist" -> isSomeOf(field, value);
            case "checkbox" -> value.isBoolean();
            case "number" -> value.isNumber() && Double.isFinite(value.doubleValue());
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

    private static void collect(JsonNode component, Map<String, JsonNode> fields) {
        if (component.has("key")
                && !component.path("disabled").asBoolean()
                && !component.path("readonly").asBoolean()) {
            fields.put(component.get("key").asText(), component);
        }
        component.path("components").forEach(child -> collect(child, fields));
    }

    private static <T> Stream<T> stream(Iterator<T> elements) {
        Iterable<T> iterable = () -> elements;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
