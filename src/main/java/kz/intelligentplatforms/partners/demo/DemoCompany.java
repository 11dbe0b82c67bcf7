package kz.intelligentplatforms.partners.demo;

import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.TaxIdentity;

/** An invented company and its people. */
record DemoCompany(
        String name,
        String bin,
        String city,
        String address,
        String domain,
        String phone,
        String director,
        String specialist,
        String engineer) {

    CompanyProfile profile() {
        return new CompanyProfile(new TaxIdentity("KZ", bin), name, city, address, "https://" + domain, phone);
    }

    ContactPerson contact() {
        return new ContactPerson(director, "Директор", "info@" + domain, phone);
    }

    /** The number of a certificate that no other company presents. */
    String certificate(String series) {
        return series + "-" + bin.substring(6);
    }
}
