package kz.intelligentplatforms.partners.partner;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * What the program knows of a company, already checked and normalised.
 *
 * @param website absolute, http or https
 * @param phone in international form, such as {@code +77272345678}
 */
@Embeddable
public record CompanyProfile(
        @Embedded TaxIdentity identity,
        String name,
        String city,
        String address,
        @Nullable String website,
        String phone) {}
