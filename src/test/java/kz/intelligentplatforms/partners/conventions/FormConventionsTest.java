package kz.intelligentplatforms.partners.conventions;

import static kz.intelligentplatforms.partners.conventions.ProjectFiles.KEBAB_CASE;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.RUSSIAN;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.SPEAKING_ID;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.nameOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form of Tasklist keeps to; how its fields behave is for the browser tests. */
class FormConventionsTest {

    /** What works in the form viewer that 7.24 carries; others render and then block the task, or do not render. */
    private static final Set<String> TYPES = Set.of(
            "text",
            "html",
            "table",
            "group",
            "expression",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime");

    private static final Set<String> CHOICES = Set.of("radio", "checklist", "checkbox", "select", "taglist");

    /** The outcomes of design.md, "What the outside may rely on"; money may also be cut, or have to be waited for. */
    private static final Map<String, List<List<String>>> OUTCOMES = Map.of(
            "decision",
                    List.of(
                            List.of("APPROVE", "RETURN", "REJECT"),
                            List.of("APPROVE", "REJECT"),
                            List.of("APPROVE", "CHANGE", "QUEUE", "RETURN", "REJECT")),
            "verdict", List.of(List.of("CONFIRMED", "RETURNED", "REFUSED")));

    /** Forms that record what was done, once it has been decided. */
    private static final Set<String> DECIDING_NOTHING = Set.of("settle-payment");

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a .*?</a>", Pattern.DOTALL);

    /** A form, shown by its file's name. */
    record Form(Path file, JsonNode json) {

        /** All components, those in groups included. */
        List<JsonNode> components() {
            var found = new ArrayList<JsonNode>();
            collect(json, found);
            return found;
        }

        private static void collect(JsonNode parent, List<JsonNode> found) {
            parent.path("components").forEach(component -> {
                found.add(component);
                collect(component, found);
            });
        }

        /** The components that take an answer. */
        List<JsonNode> fields() {
            return components().stream()
                    .filter(component -> component.has("key"))
                    .toList();
        }

        @Override
        public String toString() {
            return nameOf(file);
        }
    }

    static Stream<Form> forms() {
        return ProjectFiles.forms().stream().map(file -> {
            try {
                return new Form(file, new ObjectMapper().readTree(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFileIsNamedAsItsForm(Form form) {
        assertThat(form.json().path("id").asText())
                .isEqualTo(nameOf(form.file()))
                .matches(KEBAB_CASE);
        assertThat(form.json().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void idsSayWhatAComponentIs(Form form) {
        assertThat(form.components())
                .isNotEmpty()
                .allSatisfy(component -> assertThat(component.path("id").asText())
                        .matches(SPEAKING_ID)
                        .startsWith("Field_"));
        assertThat(form.components())
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyComponentIsOneThatWorks(Form form) {
        assertThat(form.components())
                .allSatisfy(component ->
                        assertThat(TYPES).contains(component.path("type").asText()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keysAreUniqueNamesOfVariables(Form form) {
        assertThat(form.fields())
                .extracting(field -> field.path("key").asText())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("[a-z][A-Za-z0-9]*"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldAndEveryChoiceHasARussianLabel(Form form) {
        assertThat(form.components())
                .filteredOn(component ->
                        component.has("key") || component.path("type").asText().equals("group"))
                .allSatisfy(component -> {
                    assertThat(component.path("label").asText()).matches(RUSSIAN);
                    assertThat(component.path("values"))
                            .allSatisfy(choice ->
                                    assertThat(choice.path("label").asText()).matches(RUSSIAN));
                });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingIsTickedBeforehand(Form form) {
        assertThat(form.fields())
                .filteredOn(field -> CHOICES.contains(field.path("type").asText()))
                .allSatisfy(field -> assertThat(field.has("defaultValue"))
                        .as(field.path("key").asText())
                        .isFalse());
    }

    /** A correction says what is asked instead, and a start what it takes to begin: they decide nothing. */
    static Stream<Form> decidingForms() {
        var startForms = ModelConventionsTest.models()
                .flatMap(ModelConventionsTest::startForms)
                .toList();
        return forms().filter(form -> !nameOf(form.file()).startsWith("correct-")
                && !startForms.contains(nameOf(form.file()))
                && !DECIDING_NOTHING.contains(nameOf(form.file())));
    }

    @ParameterizedTest
    @MethodSource("decidingForms")
    void anOutcomeIsOneOfThoseThereAreAndHasToBeChosen(Form form) {
        assertThat(form.fields())
                .filteredOn(field -> OUTCOMES.containsKey(field.path("key").asText()))
                .as("the decision or the verdict")
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.path("type").asText()).isEqualTo("radio");
                    assertThat(values(outcome))
                            .isIn(OUTCOMES.get(outcome.path("key").asText()));
                    assertThat(outcome.path("validate").path("required").asBoolean())
                            .isTrue();
                });
    }

    /** Its reason is read by the partner: there is room for one, and not more than is kept. */
    @ParameterizedTest
    @MethodSource("decidingForms")
    void anOutcomeHasRoomForItsReason(Form form) {
        assertThat(form.fields())
                .filteredOn(field -> field.path("key").asText().equals("comment"))
                .singleElement()
                .satisfies(comment -> {
                    assertThat(comment.path("type").asText()).isEqualTo("textarea");
                    assertThat(comment.path("validate").path("maxLength").asInt())
                            .isBetween(1, 2000);
                });
    }

    /** Facts first, the decision last. */
    @ParameterizedTest
    @MethodSource("forms")
    void factsComeBeforeTheFirstQuestion(Form form) {
        var takesAnAnswer = form.components().stream()
                .map(component -> component.has("key"))
                .toList();

        assertThat(takesAnAnswer).isEqualTo(takesAnAnswer.stream().sorted().toList());
        assertThat(takesAnAnswer).startsWith(false);
    }

    /** The viewer escapes what "html" shows, but takes any markup that a "text" shows. */
    @ParameterizedTest
    @MethodSource("forms")
    void whatPeopleWroteIsShownAsTheyWroteIt(Form form) {
        assertThat(form.components())
                .filteredOn(component -> component.path("type").asText().equals("text"))
                .allSatisfy(component -> assertThat(EXPRESSION
                                .matcher(component.path("text").asText())
                                .results()
                                .map(MatchResult::group))
                        .allSatisfy(expression ->
                                assertThat(expression).matches("\\{\\{([#/].*|replace\\(.*(&lt;|[<>]).*)}}")));
    }

    /** The viewer drops the target of a link in "html", and the reader would lose the half-answered form. */
    @ParameterizedTest
    @MethodSource("forms")
    void linksOpenBesideTheForm(Form form) {
        assertThat(form.components()).allSatisfy(component -> {
            assertThat(component.path("content").asText()).doesNotContain("<a ");
            assertThat(LINK.matcher(component.path("text").asText()).results().map(MatchResult::group))
                    .allSatisfy(link -> assertThat(link).contains("target=\"_blank\""));
        });
    }

    /** The viewer takes what follows for a comment, and shows the expression itself. */
    @ParameterizedTest
    @MethodSource("forms")
    void noExpressionHasTwoSlashes(Form form) {
        assertThat(form.components())
                .flatExtracting(component -> List.of(
                        component.path("text").asText(),
                        component.path("content").asText()))
                .flatExtracting(template -> EXPRESSION
                        .matcher(template)
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .noneMatch(expression -> expression.contains("//"));
    }

    private static List<String> values(JsonNode field) {
        return StreamSupport.stream(field.path("values").spliterator(), false)
                .map(choice -> choice.path("value").asText())
                .toList();
    }
}
