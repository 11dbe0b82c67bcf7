package kz.intelligentplatforms.partners.partner;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import kz.intelligentplatforms.partners.program.Tier;
import org.jspecify.annotations.Nullable;

/** A member of the program: one company, one level. */
@Entity
class Partner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Embedded
    private CompanyProfile company;

    @Embedded
    private ContactPerson contact;

    private String nameKey;
    private String sortKey;
    private String searchText;
    private String mailDomain;
    private String language;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    private boolean serviceStatus;
    private Instant registeredAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Partner() {}

    /** Registration gives the first level (program.md, reading 4). */
    Partner(CompanyProfile company, ContactPerson contact, String language, Instant registeredAt) {
        this.company = company;
        this.contact = contact;
        var name = new CompanyName(company.name());
        this.nameKey = NameKey.of(company.name());
        this.sortKey = name.sortKey();
        this.searchText = name.searchText(company.identity().taxNumber(), company.city());
        this.mailDomain = contact.mailDomain();
        this.language = language;
        this.tier = Tier.PRIMARY_RESELLER;
        this.serviceStatus = false;
        this.registeredAt = registeredAt;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet");
        }
        return id;
    }

    /** Which levels allow the service status is a rule; see {@link PartnerLevels}. */
    void hold(Tier newTier, boolean service) {
        tier = newTier;
        serviceStatus = service;
    }

    PartnerView view() {
        return new PartnerView(id(), company, contact, language, tier, serviceStatus, registeredAt);
    }
}
