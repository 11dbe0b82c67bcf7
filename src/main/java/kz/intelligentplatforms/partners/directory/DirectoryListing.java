package kz.intelligentplatforms.partners.directory;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.CompanyName;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.Tier;
import org.jspecify.annotations.Nullable;

/** A partner's entry in the directory: what the program knows of it, and what it says of itself once approved. */
@Entity
class DirectoryListing extends AssignedId<Long> {

    @Id
    private Long partnerId;

    private String slug;
    private String name;
    private String sortKey;
    private String searchText;
    private String city;
    private String cityKey;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    private boolean serviceStatus;
    private boolean listed;
    private boolean serviceListed;
    private @Nullable String website;

    @Embedded
    @AttributeOverride(name = "ru", column = @Column(name = "about_ru"))
    @AttributeOverride(name = "kk", column = @Column(name = "about_kk"))
    @AttributeOverride(name = "en", column = @Column(name = "about_en"))
    private PublicText about;

    private @Nullable String logo;
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected DirectoryListing() {}

    /** The company's own web site is shown until the partner names another. */
    @SuppressWarnings("NullAway.Init") // the rest comes with the update
    DirectoryListing(PartnerView partner, String slug, Set<Benefit> benefits, Instant now) {
        this.partnerId = partner.id();
        this.slug = slug;
        this.website = partner.company().website();
        this.about = PublicText.NONE;
        update(partner, benefits, now);
    }

    /** Takes over what the program knows now. */
    final void update(PartnerView partner, Set<Benefit> benefits, Instant now) {
        var company = new CompanyName(partner.company().name());
        name = company.name();
        sortKey = company.sortKey();
        searchText = company.searchText();
        city = partner.company().city();
        cityKey = SearchKey.of(city);
        tier = partner.tier();
        serviceStatus = partner.serviceStatus();
        listed = benefits.contains(Benefit.PARTNER_DIRECTORY);
        serviceListed = benefits.contains(Benefit.SERVICE_DIRECTORY);
        updatedAt = now;
    }

    /** Shows what a manager has approved. */
    void publish(PublicText about, @Nullable String website, @Nullable String logo, Instant now) {
        this.about = about;
        this.website = website;
        this.logo = logo;
        this.updatedAt = now;
    }

    /** Whether anybody can see it. */
    boolean isShown() {
        return listed || serviceListed;
    }

    Listing view() {
        return new Listing(slug, name, city, tier, serviceStatus, website, about, logo);
    }

    @Override
    public Long getId() {
        return partnerId;
    }
}
