package kz.intelligentplatforms.partners.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.registration.RegistrationRequest.Company;
import kz.intelligentplatforms.partners.registration.RegistrationRequest.Contact;
import kz.intelligentplatforms.partners.registration.ReturnedField;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class ApplicationFormTest {

    private static final RegistrationRequest STORED = new RegistrationRequest(
            "PRIMARY_RESELLER",
            new Company("Werk GmbH", "DE", "", "DE123456789", "Berlin", "Weg 1", "+49 30 1234567", "werk.example"),
            new Contact("Anna", "Leiterin", "anna@werk.example", "+49 30 1234567"),
            "en",
            true);

    @Test
    void onlyWhatWasReturnedIsTakenFromACorrection() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("company.name", "Neues Werk GmbH");
        typed.add("company.city", "Bonn");
        typed.add("contact.name", "Otto");
        typed.add("wishedTier", "SOLUTION_PROVIDER");
        var corrected = ApplicationForm.correct(STORED, Set.of(ReturnedField.COMPANY_NAME), typed);
        assertThat(corrected.company().name()).isEqualTo("Neues Werk GmbH");
        assertThat(corrected.company().city()).isEqualTo("Berlin");
        assertThat(corrected.contact()).isEqualTo(STORED.contact());
        assertThat(corrected.wishedTier()).isEqualTo("PRIMARY_RESELLER");
    }

    @Test
    void aCorrectedPhoneIsReadInTheCountryOfTheCompany() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("company.phone", "030 7654321");
        typed.add("contact.phone", "030 7654322");
        var corrected =
                ApplicationForm.correct(STORED, Set.of(ReturnedField.COMPANY_PHONE, ReturnedField.CONTACT), typed);
        assertThat(corrected.company().phone()).isEqualTo("+49307654321");
        assertThat(corrected.contact().phone()).isEqualTo("+49307654322");
    }
}
