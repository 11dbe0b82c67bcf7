package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Line;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import org.junit.jupiter.api.Test;

class FormErrorsTest {

    private record Row(
            @Line(max = 5) String title, @Line(max = 5) String cost) {
        Row {
            title = InputText.clean(title);
            cost = InputText.clean(cost);
        }
    }

    private record Form(
            @Line(max = 5) String name,
            List<@Valid Row> rows,
            @Valid Row last) {
        Form {
            name = InputText.clean(name);
        }
    }

    @Test
    void errorsHaveTheOrderOfTheComponents() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var form = new Form("", List.of(new Row("", ""), new Row("", "")), new Row("", ""));
            var errors = new FormErrors(factory.getValidator()).of(form, "form.");
            errors.put("other", "");
            errors.put("form.rows", "");
            assertThat(errors.keySet())
                    .containsExactly(
                            "form.name",
                            "form.rows",
                            "form.rows[0].title",
                            "form.rows[0].cost",
                            "form.rows[1].title",
                            "form.rows[1].cost",
                            "form.last.title",
                            "form.last.cost",
                            "other");
        }
    }

    @Test
    void anApplicationHasTheOrderOfItsForm() {
        var shuffled = Stream.of(
                "evidence.engineer.name",
                "consent",
                "evidence.solutions[10].name",
                "evidence.solutions[2].description",
                "contact.email",
                "evidence.solutions[2].customer",
                "evidence.salesPlan.marketing",
                "company.website",
                "company.bin",
                "evidence.technicalStaff[0].certificates[1].course",
                "evidence.technicalStaff[0].name",
                "company.country",
                "company.phone",
                "evidence.salesPlan.q1",
                "wishedTier");
        assertThat(shuffled.sorted(FormErrors.order(RegistrationRequest.class, "")))
                .containsExactly(
                        "wishedTier",
                        "company.country",
                        "company.bin",
                        "company.phone",
                        "company.website",
                        "contact.email",
                        "consent",
                        "evidence.salesPlan.q1",
                        "evidence.salesPlan.marketing",
                        "evidence.technicalStaff[0].name",
                        "evidence.technicalStaff[0].certificates[1].course",
                        "evidence.solutions[2].customer",
                        "evidence.solutions[2].description",
                        "evidence.solutions[10].name",
                        "evidence.engineer.name");
    }
}
