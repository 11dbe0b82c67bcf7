package kz.intelligentplatforms.partners.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** The reviewer's form offers what the code behind it understands, no more and no less. */
class ReviewFormTest {

    @Test
    void offersEveryDecision() {
        assertThat(choicesOf("decision"))
                .containsExactlyElementsOf(
                        Arrays.stream(Decision.values()).map(Enum::name).toList());
    }

    @Test
    void offersEveryFieldThatCanBeReturned() {
        assertThat(choicesOf("returnedFields"))
                .containsExactlyElementsOf(Arrays.stream(ReturnedField.values())
                        .map(ReturnedField::value)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void understandsEveryFieldByItsValue(ReturnedField field) {
        assertThat(ReturnedField.of(field.value())).contains(field);
    }

    @Test
    void understandsNoOtherField() {
        assertThat(ReturnedField.of("company")).isEmpty();
        assertThat(ReturnedField.of("COMPANY_NAME")).isEmpty();
        assertThat(ReturnedField.of("")).isEmpty();
    }

    /** Of the facts it is given; a misspelt one would be shown as nothing. */
    @Test
    void readsFactsThatThereAre() {
        var read = Pattern.compile("facts\\.([A-Za-z.]+)")
                .matcher(form().toString())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(read).isNotEmpty().allSatisfy(path -> assertThat(factNames()).contains(path));
        assertThat(read).contains("caseLink", "company.website", "contact.email", "earlierReason", "hints");
    }

    private static List<String> factNames() {
        return namesIn(ReviewFacts.class)
                .flatMap(name -> switch (name) {
                    case "company" -> namesIn(CompanyProfile.class).map("company."::concat);
                    case "contact" -> namesIn(ContactPerson.class).map("contact."::concat);
                    default -> Stream.of(name);
                })
                .toList();
    }

    private static Stream<String> namesIn(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }

    private static List<String> choicesOf(String key) {
        return components().stream()
                .filter(component -> component.path("key").asText().equals(key))
                .flatMap(component -> component.findValues("value").stream())
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> components() {
        return StreamSupport.stream(form().path("components").spliterator(), false)
                .toList();
    }

    private static JsonNode form() {
        try (var form = new ClassPathResource("forms/review-registration.form").getInputStream()) {
            return new ObjectMapper().readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
