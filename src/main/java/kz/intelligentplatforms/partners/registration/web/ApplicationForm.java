package kz.intelligentplatforms.partners.registration.web;

import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_ADDRESS;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_IDENTITY;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_NAME;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_PHONE;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_WEBSITE;
import static kz.intelligentplatforms.partners.registration.ReturnedField.CONTACT;
import static kz.intelligentplatforms.partners.registration.ReturnedField.WISHED_TIER;

import java.util.Objects;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.registration.RegistrationRequest.Company;
import kz.intelligentplatforms.partners.registration.RegistrationRequest.Contact;
import kz.intelligentplatforms.partners.registration.ReturnedField;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceForm;
import org.springframework.util.MultiValueMap;

/** The application form, as the browser sends it. */
final class ApplicationForm {

    private ApplicationForm() {}

    /** An empty form; {@code tier} may be empty too. */
    static RegistrationRequest blank(String tier, String language) {
        var company = new Company("", "", "", "", "", "", "", "");
        return new RegistrationRequest(tier, company, new Contact("", "", "", ""), language, false);
    }

    /** Everything as typed; of evidence, what is said about the requirements that are {@code taken}. */
    static RegistrationRequest read(MultiValueMap<String, String> typed, Set<Requirement> taken) {
        return new RegistrationRequest(
                text(typed, "wishedTier"),
                FormFields.read(typed, "company.", Company.class),
                FormFields.read(typed, "contact.", Contact.class),
                text(typed, "language"),
                text(typed, "consent").equals("true"),
                EvidenceForm.read(typed, taken));
    }

    /** What was returned as typed, all the rest as stored, whatever else was sent. */
    static RegistrationRequest correct(
            RegistrationRequest stored, Set<ReturnedField> returned, MultiValueMap<String, String> typed) {
        var company = stored.company();
        var said = FormFields.read(typed, "company.", Company.class);
        boolean identity = returned.contains(COMPANY_IDENTITY);
        boolean address = returned.contains(COMPANY_ADDRESS);
        return new RegistrationRequest(
                returned.contains(WISHED_TIER) ? text(typed, "wishedTier") : stored.wishedTier(),
                new Company(
                        returned.contains(COMPANY_NAME) ? said.name() : company.name(),
                        identity ? said.country() : company.country(),
                        identity ? said.bin() : company.bin(),
                        identity ? said.taxNumber() : company.taxNumber(),
                        address ? said.city() : company.city(),
                        address ? said.address() : company.address(),
                        // Not as read with it: the country may be the one that is stored.
                        returned.contains(COMPANY_PHONE) ? text(typed, "company.phone") : company.phone(),
                        returned.contains(COMPANY_WEBSITE) ? said.website() : company.website()),
                returned.contains(CONTACT) ? FormFields.read(typed, "contact.", Contact.class) : stored.contact(),
                stored.language(),
                stored.consent(),
                stored.evidence());
    }

    /** The field in which an identity is typed. */
    static String identityField(RegistrationRequest request) {
        return request.company().country().equals("KZ") ? "company.bin" : "company.taxNumber";
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }
}
