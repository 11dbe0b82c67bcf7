package kz.intelligentplatforms.partners.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
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
                        Arrays.stream(ReviewDecision.values()).map(Enum::name).toList());
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

    private static List<String> choicesOf(String key) {
        return components().stream()
                .filter(component -> component.path("key").asText().equals(key))
                .flatMap(component -> component.findValues("value").stream())
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> components() {
        try (var form = new ClassPathResource("forms/review-registration.form").getInputStream()) {
            var components = new ObjectMapper().readTree(form).path("components");
            return StreamSupport.stream(components.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
