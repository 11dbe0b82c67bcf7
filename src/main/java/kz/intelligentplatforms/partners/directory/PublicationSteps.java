package kz.intelligentplatforms.partners.directory;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.casework.CaseMails;
import kz.intelligentplatforms.partners.partner.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of {@code directory-listing} do to the world, each in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PublicationSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationSteps.class);

    private final ListingChanges changes;
    private final DirectoryListings listings;
    private final Logos logos;
    private final Edition edition;
    private final Partners partners;
    private final Cases cases;
    private final CaseMails mails;
    private final Clock clock;

    PublicationSteps(
            ListingChanges changes,
            DirectoryListings listings,
            Logos logos,
            Edition edition,
            Partners partners,
            Cases cases,
            CaseMails mails,
            Clock clock) {
        this.changes = changes;
        this.listings = listings;
        this.logos = logos;
        this.edition = edition;
        this.partners = partners;
        this.cases = cases;
        this.mails = mails;
        this.clock = clock;
    }

    /** The partner may have left the directory in the meantime: then the texts wait for its return. */
    void publish(String number) {
        var change = find(number);
        edition.next();
        listings.findById(change.partnerId())
                .orElseThrow()
                .publish(change.about(), change.website(), change.logo(), clock.instant());
        close(change, change.publish());
        LOG.info("{}: listing published", number);
    }

    void closeRejected(String number) {
        var change = find(number);
        close(change, change.reject());
        sendMail(number, ListingMail.LISTING_REJECTED);
    }

    void closeUnanswered(String number) {
        var change = find(number);
        close(change, change.expire());
        cases.record(number, Actor.SYSTEM, CommonEvent.EXPIRED, null);
        sendMail(number, ListingMail.LISTING_EXPIRED);
    }

    void closeWithdrawn(String number) {
        var change = find(number);
        close(change, change.withdraw());
    }

    private void close(ListingChange change, CaseStep step) {
        var shown = listings.findById(change.partnerId()).orElseThrow().view().logo();
        logos.forgetOthers(change.partnerId(), shown);
        cases.moveTo(change.getId(), step);
    }

    /** Writes to the partner's contact. */
    void sendMail(String number, ListingMail template) {
        var change = find(number).view();
        var partner = partners.byId(change.partnerId()).orElseThrow();
        var reason = Objects.requireNonNullElse(change.reviewReason(), "");
        mails.send(number, partner, template, Map.of("reason", reason));
    }

    private ListingChange find(String number) {
        return changes.findById(number).orElseThrow();
    }
}
