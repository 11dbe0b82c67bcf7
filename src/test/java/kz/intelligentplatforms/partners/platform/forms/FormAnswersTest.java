package kz.intelligentplatforms.partners.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.text.MessageBundles;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a form asks is what it takes. */
class FormAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<FormField> FIELDS = List.of(
            FormField.choice("decision", List.of("APPROVE", "CHANGE")),
            FormField.money("sum")
                    .labelled("task.decision")
                    .shownIf("decision", "CHANGE")
                    .mandatory(),
            FormField.choice("verdict", List.of("YES", "NO")).shownIf("decision", "CHANGE"),
            FormField.line("reason", 10)
                    .labelled("task.comment")
                    .shownIf("verdict", "NO")
                    .mandatory(),
            FormField.ticks("parts", List.of("a", "b")).labelled("task.decision"),
            FormField.day("day").labelled("task.decision"),
            FormField.points("points").labelled("task.decision"));

    private final FormAnswers answers = new FormAnswers(new Texts(MessageBundles.inAllModules()), JSON);

    @BeforeEach
    void inRussian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'decision':'APPROVE'",
                "'decision':'APPROVE','sum':null,'reason':''",
                "'decision':'CHANGE','sum':'99 999 999,50','verdict':'YES'",
                "'decision':'CHANGE','sum':99999999.5,'verdict':'YES'",
                "'decision':'CHANGE','sum':'1000','verdict':'NO','reason':'десять зна'",
                "'decision':'APPROVE','parts':['b']",
                "'decision':'APPROVE','parts':'[]','day':'2027-03-31','points':-5",
                "'decision':'APPROVE','day':'31.12.2026','points':'−1 500'"
            })
    void whatItAsksIsTaken(String values) {
        assertThat(violationsOf(values)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'sum':'1';decision",
                "'decision':'RETURN';decision",
                "'decision':['APPROVE'];decision",
                "'decision':'CHANGE','verdict':'YES';sum",
                "'decision':'CHANGE','verdict':'YES','sum':'сто';sum",
                "'decision':'CHANGE','verdict':'YES','sum':'1,005';sum",
                "'decision':'CHANGE','verdict':'NO','sum':'1';reason",
                "'decision':'CHANGE','verdict':'NO','sum':'1','reason':' \u200B';reason",
                "'decision':'CHANGE','verdict':'NO','sum':'1','reason':'одиннадцать знаков';reason",
                "'decision':'APPROVE','parts':['c'];parts",
                "'decision':'APPROVE','parts':'a';parts",
                "'decision':'APPROVE','day':'31.02.2027';day",
                "'decision':'APPROVE','points':'0';points",
                "'decision':'APPROVE','startedBy':'somebody';startedBy"
            })
    void whatItDoesNotAskIsToldByItsField(String values, String field) {
        assertThat(violationsOf(values)).containsOnlyKeys(field);
    }

    @Test
    void whatIsNotSentStaysAsItStoodAtTheStart() {
        var day = List.of(
                FormField.day("day").labelled("task.decision").mandatory().startingWith("31.12.2026"));
        assertThat(answers.violationsOf(day, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        var emptied = "{\"variables\":{\"day\":{\"value\":null}}}";
        assertThat(answers.violationsOf(day, emptied.getBytes(StandardCharsets.UTF_8)))
                .containsOnlyKeys("day");
    }

    @Test
    void allFlawsAreToldAtOnceInTheFormsOrder() {
        assertThat(violationsOf("'day':'x','decision':'CHANGE'").keySet()).containsExactly("sum", "verdict", "day");
    }

    @Test
    void anObjectOfAClassThatTheSenderNamesIsNoAnswer() {
        var body = "{\"variables\":{\"decision\":{\"value\":\"APPROVE\",\"type\":\"Object\"}}}";
        assertThat(answers.violationsOf(FIELDS, body.getBytes(StandardCharsets.UTF_8)))
                .containsOnlyKeys("decision");
    }

    /** @param values as in JSON, with apostrophes */
    private Map<String, String> violationsOf(String values) {
        try {
            var variables = JSON.createObjectNode();
            JSON.readTree("{" + values.replace('\'', '"') + "}")
                    .fields()
                    .forEachRemaining(
                            field -> variables.putObject(field.getKey()).set("value", field.getValue()));
            var body = JSON.createObjectNode().set("variables", variables);
            return answers.violationsOf(FIELDS, JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
