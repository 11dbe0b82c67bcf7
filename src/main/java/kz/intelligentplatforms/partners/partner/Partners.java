package kz.intelligentplatforms.partners.partner;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import kz.intelligentplatforms.partners.program.MembershipTerm;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The members of the program. */
@Service
@Transactional(readOnly = true)
public class Partners {

    private static final int PAGE_SIZE = 25;

    private final PartnerRecords partners;
    private final Memberships memberships;
    private final JdbcClient jdbc;
    private final Clock clock;

    Partners(PartnerRecords partners, Memberships memberships, JdbcClient jdbc, Clock clock) {
        this.partners = partners;
        this.memberships = memberships;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a company a member: the first level, and a membership from today to 31 December (program.md, "Term").
     *
     * @return the partner's id
     * @throws org.springframework.dao.DataIntegrityViolationException when the identity is a member already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long register(CompanyProfile company, ContactPerson contact, String language) {
        var partner = partners.save(new Partner(company, contact, language, clock.instant()));
        memberships.save(new Membership(partner.id(), MembershipTerm.startingOn(LocalDate.now(clock))));
        return partner.id();
    }

    /**
     * Takes over a company that has been a member for longer than this system knows: with a term for each calendar year since then.
     *
     * @return the partner's id
     * @throws org.springframework.dao.DataIntegrityViolationException when the identity is a member already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long registerSince(LocalDate since, CompanyProfile company, ContactPerson contact, String language) {
        var registeredAt = since.atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant();
        var partner = partners.save(new Partner(company, contact, language, registeredAt));
        var today = LocalDate.now(clock);
        for (var day = since; !day.isAfter(today); day = day.plusYears(1).withDayOfYear(1)) {
            memberships.save(new Membership(partner.id(), MembershipTerm.startingOn(day)));
        }
        return partner.id();
    }

    /** Whether this identity is a member, of whatever level. */
    public boolean isMember(TaxIdentity identity) {
        return partners.existsByCompanyIdentity(identity);
    }

    public Optional<PartnerView> byId(long id) {
        return partners.findById(id).map(Partner::view);
    }

    /** Several partners in one query, in no order; those who are not there are left out. */
    public List<PartnerView> byIds(Collection<Long> ids) {
        return StreamSupport.stream(partners.findAllById(ids).spliterator(), false)
                .map(Partner::view)
                .toList();
    }

    public Optional<PartnerView> byIdentity(TaxIdentity identity) {
        return partners.findByCompanyIdentity(identity).stream().findFirst().map(Partner::view);
    }

    /** The partner's terms, the latest first. */
    public List<MembershipTerm> termsOf(long partnerId) {
        return memberships.findByPartnerIdOrderByStartsOnDesc(partnerId).stream()
                .map(Membership::term)
                .toList();
    }

    /**
     * A partner and when it was a member.
     *
     * @param terms the earliest first
     */
    public record Member(long id, List<MembershipTerm> terms) {

        public boolean wasMemberOn(LocalDate day) {
            return terms.stream().anyMatch(term -> term.includes(day));
        }
    }

    /** The partners of these identities, in one query however many; identities of nobody are left out. */
    public Map<TaxIdentity, Member> byIdentities(Collection<TaxIdentity> identities) {
        var found = new HashMap<TaxIdentity, Member>();
        jdbc.sql("select p.country, p.tax_number, p.id, m.starts_on, m.ends_on"
                        + " from unnest(cast(? as varchar array), cast(? as varchar array)) as t(country, number)"
                        + " join partner p on p.country = t.country and p.tax_number = t.number"
                        + " join membership m on m.partner_id = p.id order by m.starts_on")
                .params(
                        identities.stream().map(TaxIdentity::country).toArray(String[]::new),
                        identities.stream().map(TaxIdentity::taxNumber).toArray(String[]::new))
                .query(row -> {
                    long id = row.getLong("id");
                    found.computeIfAbsent(
                                    new TaxIdentity(row.getString("country"), row.getString("tax_number")),
                                    identity -> new Member(id, new ArrayList<>()))
                            .terms()
                            .add(new MembershipTerm(
                                    row.getObject("starts_on", LocalDate.class),
                                    row.getObject("ends_on", LocalDate.class)));
                });
        return found;
    }

    /** Makes others who do the same for this partner wait until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockForUpdate(long partnerId) {
        jdbc.sql("select id from partner where id = ? for update")
                .param(partnerId)
                .query(Long.class)
                .list();
    }

    /** Whether the partner is a member today. */
    public boolean isActive(long partnerId) {
        var today = LocalDate.now(clock);
        return termsOf(partnerId).stream().anyMatch(term -> term.includes(today));
    }

    /** Partners whose name, number or city contains {@code text}, by name; {@code page} counts from 0. */
    public Page<PartnerView> search(String text, int page) {
        return partners.search(SearchKey.pattern(text), PageRequest.of(page, PAGE_SIZE, Sort.by("sortKey", "id")))
                .map(Partner::view);
    }

    /** Members whose name sounds the same; at most five. */
    public List<PartnerView> withSimilarName(String name) {
        return partners.withSimilarName(NameKey.of(name)).stream()
                .map(Partner::view)
                .toList();
    }

    /** Members with this company phone; at most five. */
    public List<PartnerView> withPhone(String phone) {
        return partners.withPhone(phone).stream().map(Partner::view).toList();
    }

    /** Members whose contact has an address in this mail domain; at most five. */
    public List<PartnerView> withMailDomain(String domain) {
        return partners.withMailDomain(domain).stream().map(Partner::view).toList();
    }
}
