package kz.intelligentplatforms.partners.registration;

import static kz.intelligentplatforms.partners.platform.validation.InputText.clean;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import kz.intelligentplatforms.partners.platform.validation.EmailAddress;
import kz.intelligentplatforms.partners.platform.validation.Line;
import kz.intelligentplatforms.partners.platform.validation.MailAddress;
import kz.intelligentplatforms.partners.platform.validation.OneOf;
import kz.intelligentplatforms.partners.platform.validation.Phone;
import kz.intelligentplatforms.partners.platform.validation.PhoneNumber;
import kz.intelligentplatforms.partners.platform.validation.Website;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;

/**
 * An application as typed, on the form or by the vendor's web site: trimmed, nothing missing (an absent text is empty), and
 * held against the constraints here, which are the only ones. The fields are in the order of the form.
 *
 * @param evidence what a higher level asks for, as far as it is given: what is missing is asked for after the registration
 */
public record RegistrationRequest(
        @OneOf(
                value = {"PRIMARY_RESELLER", "PROFESSIONAL_RESELLER", "CORPORATE_RESELLER", "SOLUTION_PROVIDER"},
                missing = "{error.level-missing}")
        String wishedTier,

        @Valid Company company,
        @Valid Contact contact,

        @OneOf({"ru", "kk", "en"}) String language,
        @AssertTrue(message = "{error.consent}") Boolean consent,
        @Valid Evidence evidence) {

    /** An application without evidence. */
    public RegistrationRequest(String wishedTier, Company company, Contact contact, String language, Boolean consent) {
        this(wishedTier, company, contact, language, consent, Evidence.NONE);
    }

    /** What is typed comes through frameworks that know no null checks: here it becomes clean. */
    @SuppressWarnings("ConstantValue")
    public RegistrationRequest {
        company = company == null ? Company.EMPTY : company;
        contact = contact == null ? Contact.EMPTY : contact.in(company.country());
        wishedTier = clean(wishedTier);
        language = clean(language);
        consent = Boolean.TRUE.equals(consent);
        evidence = evidence == null ? Evidence.NONE : evidence.onlyGiven();
    }

    /** A local number gets its country's code here, where the country is known; what is no number stays as typed, to be refused. */
    private static String international(String phone, String country) {
        return PhoneNumber.normalise(clean(phone), country).orElse(clean(phone));
    }

    /** The company; {@code bin} in Kazakhstan, {@code taxNumber} elsewhere. */
    @CompanyIdentity
    public record Company(
            @Line(max = 200) String name,

            @Schema(description = "ISO 3166 alpha-2; KZ where empty")
            String country,

            String bin,
            String taxNumber,
            @Line(max = 100) String city,
            @Line(max = 300) String address,
            @Phone String phone,
            @Website String website)
            implements CompanyIdentity.Declared {

        static final Company EMPTY = new Company("", "", "", "", "", "", "", "");

        public Company {
            name = clean(name);
            bin = clean(bin);
            country = clean(country).isEmpty() ? "KZ" : clean(country);
            taxNumber = clean(taxNumber);
            city = clean(city);
            address = clean(address);
            website = clean(website);
            phone = international(phone, country);
        }
    }

    /** The person who applies for it. */
    public record Contact(
            @Line(max = 120) String name,
            @Line(max = 120) String position,
            @MailAddress String email,
            @Phone String phone) {

        static final Contact EMPTY = new Contact("", "", "", "");

        public Contact {
            name = clean(name);
            position = clean(position);
            email = EmailAddress.normaliseOrKeep(clean(email));
            phone = clean(phone);
        }

        /** The e-mail address for people to read. */
        public String shownEmail() {
            return EmailAddress.readable(email);
        }

        /** Read in the country of the company. */
        private Contact in(String country) {
            return new Contact(name, position, email, international(phone, country));
        }
    }
}
