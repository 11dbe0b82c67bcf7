package kz.intelligentplatforms.partners.registration;

import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;

/**
 * What the reviewer's form shows, as its variable {@code facts}; times, identity, level and language in words.
 *
 * @param earlierReason why the application was returned before; empty the first time
 * @param hints see {@link LookalikeSearch#of}
 */
record ReviewFacts(
        String caseNumber,
        String caseLink,
        String submittedAt,
        String identity,
        CompanyProfile company,
        ContactPerson contact,
        String wishedTier,
        String language,
        String earlierReason,
        List<Map<String, String>> hints) {}
