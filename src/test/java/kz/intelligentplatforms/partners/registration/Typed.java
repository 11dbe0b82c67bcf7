package kz.intelligentplatforms.partners.registration;

import kz.intelligentplatforms.partners.registration.RegistrationRequest.Company;
import kz.intelligentplatforms.partners.registration.RegistrationRequest.Contact;

/** An application that is right as typed, and the same with one field changed, named by its path. */
record Typed(
        String name,
        String bin,
        String country,
        String taxNumber,
        String city,
        String address,
        String website,
        String companyPhone,
        String contactName,
        String position,
        String email,
        String contactPhone,
        String wishedTier,
        String language,
        Boolean consent) {

    static final Typed RIGHT = new Typed(
            "ТОО «Степь Контроль»",
            "090540008881",
            "KZ",
            "",
            "Астана",
            "ул. Промышленная, 12",
            "stepcontrol.example",
            "+7 7172 55 66 77",
            "Руслан Исаев",
            "Коммерческий директор",
            "Sales@StepControl.example",
            "8 (701) 123-45-67",
            "CORPORATE_RESELLER",
            "ru",
            true);

    /** A company outside Kazakhstan. */
    static final Typed FOREIGN = RIGHT.with("company.bin", "")
            .with("company.country", "DE")
            .with("company.taxNumber", "DE123456789")
            .with("contact.phone", "+7 (701) 123-45-67");

    Typed with(String path, String value) {
        return new Typed(
                path.equals("company.name") ? value : name,
                path.equals("company.bin") ? value : bin,
                path.equals("company.country") ? value : country,
                path.equals("company.taxNumber") ? value : taxNumber,
                path.equals("company.city") ? value : city,
                path.equals("company.address") ? value : address,
                path.equals("company.website") ? value : website,
                path.equals("company.phone") ? value : companyPhone,
                path.equals("contact.name") ? value : contactName,
                path.equals("contact.position") ? value : position,
                path.equals("contact.email") ? value : email,
                path.equals("contact.phone") ? value : contactPhone,
                path.equals("wishedTier") ? value : wishedTier,
                path.equals("language") ? value : language,
                consent);
    }

    Typed withConsent(Boolean given) {
        return new Typed(
                name,
                bin,
                country,
                taxNumber,
                city,
                address,
                website,
                companyPhone,
                contactName,
                position,
                email,
                contactPhone,
                wishedTier,
                language,
                given);
    }

    RegistrationRequest request() {
        return new RegistrationRequest(
                wishedTier,
                new Company(name, country, bin, taxNumber, city, address, companyPhone, website),
                new Contact(contactName, position, email, contactPhone),
                language,
                consent);
    }

    ApplicationDetails details() {
        return ApplicationDetails.of(request());
    }
}
