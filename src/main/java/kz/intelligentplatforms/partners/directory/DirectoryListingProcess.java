package kz.intelligentplatforms.partners.directory;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.casework.CaseProcess;
import kz.intelligentplatforms.partners.casework.CaseProcesses;
import kz.intelligentplatforms.partners.directory.ListingRefused.Reason;
import kz.intelligentplatforms.partners.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The process {@code directory-listing}: its key, its variables, its outcomes, and what a partner may do with it. */
@Service
public class DirectoryListingProcess {

    public static final CaseKind CASES =
            CaseKind.of("DIRECTORY_LISTING", "DIR", ListingStage.values(), ListingEvent.values());

    static final String KEY = "directory-listing";

    private static final String REVIEW = "Task_ReviewListing";
    private static final String CORRECT = "Task_CorrectListing";
    private static final String WITHDRAWN = "listing-withdrawn";
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryListingProcess.class);

    private final ListingChanges changes;
    private final DirectoryListings listings;
    private final Logos logos;
    private final Partners partners;
    private final Cases cases;
    private final CaseProcess process;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DirectoryListingProcess(
            ListingChanges changes,
            DirectoryListings listings,
            Logos logos,
            Partners partners,
            Cases cases,
            CaseProcesses processes,
            TransactionTemplate transaction,
            Clock clock) {
        this.changes = changes;
        this.listings = listings;
        this.logos = logos;
        this.partners = partners;
        this.cases = cases;
        this.process = processes.of(CASES, KEY, () -> new ListingRefused(Reason.CASE_MOVED_ON));
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A partner asks to change its listing; nothing shows before a manager approves.
     *
     * @param wished has passed its constraints
     * @param user who acts for the partner
     * @return the case number
     * @throws ListingRefused when the partner is not listed, has an open change, or changes nothing
     */
    public String submit(long partnerId, ListingRequest wished, LogoChoice choice, String user) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> start(partnerId, wished, choice, user)));
        } catch (DataIntegrityViolationException e) {
            // Sent twice at once: the other one is the case.
            throw new ListingRefused(Reason.ALREADY_OPEN);
        }
    }

    private String start(long partnerId, ListingRequest wished, LogoChoice choice, String user) {
        var listing = listings.findById(partnerId)
                .filter(DirectoryListing::isShown)
                .map(DirectoryListing::view)
                .orElseThrow(() -> new ListingRefused(Reason.NOT_LISTED));
        if (changes.findByOpenPartner(partnerId).isPresent()) {
            throw new ListingRefused(Reason.ALREADY_OPEN);
        }
        var logo = logoOf(partnerId, choice, listing.logo());
        if (wished.isAs(listing) && Objects.equals(logo, listing.logo())) {
            throw new ListingRefused(Reason.UNCHANGED);
        }
        var company = partners.byId(partnerId).orElseThrow().company();
        var step = new CaseStep(ListingStage.REVIEW, Turn.VENDOR, null);
        var number = process.open(company, step, Actor.partner(user), CommonEvent.APPLIED);
        cases.assignTo(number, partnerId);
        changes.saveAndFlush(new ListingChange(number, partnerId, wished, logo, user, clock.instant()));
        process.start(number, company, Map.of());
        LOG.info("{}: change of a listing received", number);
        return number;
    }

    /**
     * The partner answers a return: the change goes back to review.
     *
     * @param corrected has passed its constraints
     * @throws ListingRefused when this change of the partner does not wait for a correction
     */
    public void correct(long partnerId, String caseNumber, ListingRequest corrected, LogoChoice choice, String user) {
        process.conflictAware(() -> {
            var change = openChange(partnerId);
            if (!change.getId().equals(caseNumber)) {
                throw new ListingRefused(Reason.CASE_MOVED_ON);
            }
            var task = process.openTask(caseNumber, CORRECT);
            change.correct(corrected, logoOf(partnerId, choice, change.logo()), user, clock.instant());
            cases.record(change.getId(), Actor.partner(user), CommonEvent.CORRECTED, null);
            process.complete(task);
        });
    }

    /**
     * The partner withdraws its open change; what is shown stays.
     *
     * @throws ListingRefused when the change is decided or closed
     */
    public void withdraw(long partnerId, String user) {
        process.conflictAware(() -> {
            var number = openChange(partnerId).getId();
            process.openTask(number, REVIEW, CORRECT);
            cases.record(number, Actor.partner(user), CommonEvent.WITHDRAWN, null);
            process.correlate(number, WITHDRAWN, Map.of());
        });
    }

    /** The partner's change that waits for somebody. */
    @Transactional(readOnly = true)
    public Optional<ListingChangeView> openOf(long partnerId) {
        return changes.findByOpenPartner(partnerId).map(ListingChange::view);
    }

    @Transactional(readOnly = true)
    public Optional<ListingChangeView> byCaseNumber(String caseNumber) {
        return changes.findById(caseNumber).map(ListingChange::view);
    }

    private ListingChange openChange(long partnerId) {
        return changes.lockOpenOf(partnerId).orElseThrow(() -> new ListingRefused(Reason.CASE_MOVED_ON));
    }

    private @Nullable String logoOf(long partnerId, LogoChoice choice, @Nullable String present) {
        if (choice.uploaded() != null) {
            return logos.keep(partnerId, choice.uploaded());
        }
        return choice.removed() ? null : present;
    }
}
