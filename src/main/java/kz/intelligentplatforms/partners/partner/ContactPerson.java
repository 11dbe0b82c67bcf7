package kz.intelligentplatforms.partners.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import kz.intelligentplatforms.partners.platform.validation.EmailAddress;

/**
 * The person to talk to, already checked and normalised.
 *
 * @param email in lower case, its domain in basic Latin letters
 */
@Embeddable
public record ContactPerson(
        @Column(name = "contact_name") String name,
        @Column(name = "contact_position") String position,
        @Column(name = "contact_email") String email,
        @Column(name = "contact_phone") String phone) {

    /** The same for people to read: the domain in the letters of its owner. */
    public ContactPerson shown() {
        return new ContactPerson(name, position, EmailAddress.readable(email), phone);
    }

    /** What follows the @ of the address, in lower case. */
    public String mailDomain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
