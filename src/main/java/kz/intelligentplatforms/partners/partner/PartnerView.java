package kz.intelligentplatforms.partners.partner;

import java.time.Instant;
import kz.intelligentplatforms.partners.program.Tier;

/** A partner as it stands. */
public record PartnerView(
        long id,
        CompanyProfile company,
        ContactPerson contact,
        String language,
        Tier tier,
        boolean serviceStatus,
        Instant registeredAt) {}
