package kz.intelligentplatforms.partners.conventions;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Russian of the Camunda webapps against the English they ship with: what an update adds or renames shows here. */
class WebappLocaleTest {

    /** Texts that are rightly the same, or in Latin letters, in Russian. */
    private static final Set<String> WITHOUT_CYRILLIC = Set.of(
            "<",
            "<=",
            ">",
            ">=",
            "<null>",
            "null",
            "OK",
            "ID",
            "ID*",
            "CSV",
            "JSON",
            "Optimize",
            "Intelligent Platforms");

    private static final Pattern CYRILLIC = Pattern.compile("[а-яё]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What the webapps put values into, and the targets of links. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{}|href=\"[^\"]*\"");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextOfTheWebappHasARussianOneAndNoOther(String app) {
        assertThat(texts(app, "ru")).containsOnlyKeys(texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void russianTextsKeepPlaceholdersAndLinks(String app) {
        assertThat(placeholders(texts(app, "ru"))).isEqualTo(placeholders(texts(app, "en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void noRussianTextIsBlankUnlessTheEnglishOneIs(String app) {
        Map<String, String> english = texts(app, "en");

        assertThat(texts(app, "ru"))
                .allSatisfy((key, text) -> assertThat(text.isBlank())
                        .as("blank %s", key)
                        .isEqualTo(english.getOrDefault(key, "").isBlank()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void russianTextsAreInRussian(String app) {
        Map<String, String> inLatin = texts(app, "ru");
        inLatin.values()
                .removeIf(text -> text.isBlank()
                        || WITHOUT_CYRILLIC.contains(text.strip())
                        || CYRILLIC.matcher(text).find());

        assertThat(inLatin).isEmpty();
    }

    /** The date library has its own Russian, with the plurals and cases that a list of words cannot express. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void datesAreInTheRussianOfTheDateLibrary(String app) {
        assertThat(locale(app, "ru").get("dateLocales").toString()).isEqualTo("{\"parentLocale\":\"ru\"}");
    }

    private static Map<String, List<String>> placeholders(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        text -> PLACEHOLDER
                                .matcher(text.getValue())
                                .results()
                                .map(MatchResult::group)
                                .sorted()
                                .toList()));
    }

    private static Map<String, String> texts(String app, String language) {
        Map<String, String> texts = new TreeMap<>();
        collect("", locale(app, language).get("labels"), texts);
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static void collect(String key, JsonNode node, Map<String, String> texts) {
        if (node.isContainerNode()) {
            node.properties().forEach(child -> collect(key + "/" + child.getKey(), child.getValue(), texts));
        } else {
            texts.put(key, node.asText());
        }
    }

    private static JsonNode locale(String app, String language) {
        String path = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
        try (InputStream file = requireNonNull(WebappLocaleTest.class.getResourceAsStream(path), path)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
