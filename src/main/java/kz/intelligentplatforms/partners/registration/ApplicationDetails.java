package kz.intelligentplatforms.partners.registration;

import java.util.Locale;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.validation.PhoneNumber;
import kz.intelligentplatforms.partners.platform.validation.WebAddress;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;

/**
 * What a company applied with, checked and normalised.
 *
 * @param language in which the applicant is written to: ru, kk or en
 * @param evidence what was said about the requirements of the wished level
 */
public record ApplicationDetails(
        CompanyProfile company, ContactPerson contact, Tier wishedTier, String language, Evidence evidence) {

    /** The normalised form of a request that has passed its constraints. */
    static ApplicationDetails of(RegistrationRequest request) {
        var company = request.company();
        var contact = request.contact();
        boolean kazakh = company.country().equals(TaxIdentity.KAZAKHSTAN);
        var number = kazakh ? company.bin() : company.taxNumber().toUpperCase(Locale.ROOT);
        return new ApplicationDetails(
                new CompanyProfile(
                        new TaxIdentity(company.country(), number),
                        company.name(),
                        company.city(),
                        company.address(),
                        WebAddress.normalise(company.website()).orElse(null),
                        PhoneNumber.normalise(company.phone()).orElseThrow()),
                new ContactPerson(
                        contact.name(),
                        contact.position(),
                        contact.email(),
                        PhoneNumber.normalise(contact.phone()).orElseThrow()),
                Tier.valueOf(request.wishedTier()),
                request.language(),
                request.evidence());
    }

    /** The details as typed into a form again. */
    public RegistrationRequest toRequest() {
        var identity = company.identity();
        return new RegistrationRequest(
                wishedTier.name(),
                new RegistrationRequest.Company(
                        company.name(),
                        identity.country(),
                        identity.isKazakh() ? identity.taxNumber() : "",
                        identity.isKazakh() ? "" : identity.taxNumber(),
                        company.city(),
                        company.address(),
                        company.phone(),
                        company.website() == null ? "" : company.website()),
                new RegistrationRequest.Contact(contact.name(), contact.position(), contact.email(), contact.phone()),
                language,
                true,
                evidence);
    }
}
