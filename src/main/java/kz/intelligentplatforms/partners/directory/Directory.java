package kz.intelligentplatforms.partners.directory;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.partner.CompanyName;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.program.Benefit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the public directory. Listings appear and disappear with the transaction that changes what a partner holds. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Directory {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private final DirectoryListings listings;
    private final Edition edition;
    private final Clock clock;

    Directory(DirectoryListings listings, Edition edition, Clock clock) {
        this.listings = listings;
        this.edition = edition;
        this.clock = clock;
    }

    /**
     * Brings the listing in step with the partner: it appears, changes or disappears. Its address, once given, stays.
     *
     * @param benefits what the partner holds now
     */
    public void update(PartnerView partner, Set<Benefit> benefits) {
        boolean shown = benefits.contains(Benefit.PARTNER_DIRECTORY) || benefits.contains(Benefit.SERVICE_DIRECTORY);
        if (!shown && !listings.existsById(partner.id())) {
            return;
        }
        // Whoever comes second waits here, and then sees the addresses the first has given.
        edition.next();
        var known = listings.findById(partner.id());
        known.ifPresentOrElse(
                listing -> listing.update(partner, benefits, clock.instant()),
                () -> listings.save(new DirectoryListing(partner, newSlug(partner), benefits, clock.instant())));
        LOG.info("Partner {}: {} the directory", partner.id(), shown ? "in" : "not in");
    }

    private String newSlug(PartnerView partner) {
        var slug = new CompanyName(partner.company().name()).slug();
        var taken = Set.copyOf(listings.slugsLike(slug));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? slug : slug + "-" + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    /** The partner's listing, if anybody can see it. */
    @Transactional(readOnly = true)
    public Optional<Listing> ofPartner(long partnerId) {
        return listings.findById(partnerId).filter(DirectoryListing::isShown).map(DirectoryListing::view);
    }
}
