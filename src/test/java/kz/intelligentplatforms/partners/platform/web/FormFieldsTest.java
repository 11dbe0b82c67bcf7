package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class FormFieldsTest {

    record Row(@Nullable String title, @Nullable String cost) {}

    record Form(
            @Nullable String name,
            @Nullable Row part,
            @Nullable List<@Nullable Row> rows) {}

    @Test
    void fieldsAreReadByTheirPathsAsTyped() {
        assertThat(read(Map.of(
                        "form.name", " a\r\nb ",
                        "form.part.cost", "5",
                        "form.rows[1].title", "second",
                        "form.rows[0].title", "")))
                .isEqualTo(
                        new Form(" a\r\nb ", new Row(null, "5"), List.of(new Row("", null), new Row("second", null))));
    }

    @Test
    void rowsThatAreLeftOutAreNull() {
        assertThat(read(Map.of("form.rows[2].cost", "7")).rows()).containsExactly(null, null, new Row(null, "7"));
    }

    @Test
    void whatNoFormSendsIsNobodys() {
        assertThat(read(Map.of(
                        "form.rows[x].title", "",
                        "form.rows[-1].title", "",
                        "form.rows[99999999999].title", "",
                        "form.rows[", "",
                        "form.rows", "text",
                        "form.part", "text",
                        "form.", "",
                        "form.other.name", "",
                        "name", "of another form")))
                .isEqualTo(new Form(null, null, null));
    }

    private static Form read(Map<String, String> fields) {
        var typed = new LinkedMultiValueMap<String, String>();
        fields.forEach(typed::add);
        return FormFields.read(typed, "form.", Form.class);
    }
}
