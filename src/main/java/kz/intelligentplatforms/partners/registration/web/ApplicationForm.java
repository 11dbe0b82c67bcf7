package kz.intelligentplatforms.partners.registration.web;

import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_ADDRESS;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_IDENTITY;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_NAME;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_PHONE;
import static kz.intelligentplatforms.partners.registration.ReturnedField.COMPANY_WEBSITE;
import static kz.intelligentplatforms.partners.registration.ReturnedField.CONTACT;
import static kz.intelligentplatforms.partners.registration.ReturnedField.WISHED_TIER;

import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.registration.RegistrationRequest.Company;
import kz.intelligentplatforms.partners.registration.RegistrationRequest.Contact;
import kz.intelligentplatforms.partners.registration.ReturnedField;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceForm;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The application form: from what the browser sent to a request, and from the constraints to a message a field. */
@Component
class ApplicationForm {

    /** In the order they are on the form, which is the order errors are told in. */
    private static final List<String> FIELDS = List.of(
            "wishedTier",
            "company.name",
            "company.country",
            "company.bin",
            "company.taxNumber",
            "company.city",
            "company.address",
            "company.phone",
            "company.website",
            "contact.name",
            "contact.position",
            "contact.email",
            "contact.phone",
            "language",
            "consent");

    private final Validator validator;

    ApplicationForm(Validator validator) {
        this.validator = validator;
    }

    /** An empty form; {@code tier} may be empty too. */
    static RegistrationRequest blank(String tier, String language) {
        var company = new Company("", "", "", "", "", "", "", "");
        return new RegistrationRequest(company, new Contact("", "", "", ""), tier, language, false);
    }

    /** Everything as typed; of evidence, what is said about the requirements that are {@code taken}. */
    static RegistrationRequest read(MultiValueMap<String, String> typed, Set<Requirement> taken) {
        var read = correct(blank("", ""), Set.of(ReturnedField.values()), typed);
        return new RegistrationRequest(
                read.company(),
                read.contact(),
                read.wishedTier(),
                text(typed, "language"),
                text(typed, "consent").equals("true"),
                EvidenceForm.read(typed, taken));
    }

    /** What was returned as typed, all the rest as stored, whatever else was sent. */
    static RegistrationRequest correct(
            RegistrationRequest stored, Set<ReturnedField> returned, MultiValueMap<String, String> typed) {
        var company = stored.company();
        boolean identity = returned.contains(COMPANY_IDENTITY);
        boolean address = returned.contains(COMPANY_ADDRESS);
        return new RegistrationRequest(
                new Company(
                        returned.contains(COMPANY_NAME) ? text(typed, "company.name") : company.name(),
                        identity ? text(typed, "company.bin") : company.bin(),
                        identity ? text(typed, "company.country") : company.country(),
                        identity ? text(typed, "company.taxNumber") : company.taxNumber(),
                        address ? text(typed, "company.city") : company.city(),
                        address ? text(typed, "company.address") : company.address(),
                        returned.contains(COMPANY_WEBSITE) ? text(typed, "company.website") : company.website(),
                        returned.contains(COMPANY_PHONE) ? text(typed, "company.phone") : company.phone()),
                returned.contains(CONTACT)
                        ? new Contact(
                                text(typed, "contact.name"),
                                text(typed, "contact.position"),
                                text(typed, "contact.email"),
                                text(typed, "contact.phone"))
                        : stored.contact(),
                returned.contains(WISHED_TIER) ? text(typed, "wishedTier") : stored.wishedTier(),
                stored.language(),
                stored.consent(),
                stored.evidence());
    }

    /** What is wrong, one message a field, in the order of the form; empty when all is well. */
    Map<String, String> violationsOf(RegistrationRequest request) {
        var found = new LinkedHashMap<String, String>();
        for (var violation : validator.validate(request)) {
            found.putIfAbsent(violation.getPropertyPath().toString(), violation.getMessage());
        }
        var ordered = new LinkedHashMap<String, String>();
        var evidence = new TreeMap<String, String>(EvidenceForm.ORDER);
        evidence.putAll(found);
        evidence.keySet().removeIf(field -> !field.startsWith("evidence."));
        FIELDS.stream().filter(found::containsKey).forEach(field -> ordered.put(field, found.get(field)));
        ordered.putAll(evidence);
        found.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** The field in which an identity is typed. */
    static String identityField(RegistrationRequest request) {
        return request.company().country().equals("KZ") ? "company.bin" : "company.taxNumber";
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }
}
