package kz.intelligentplatforms.partners.directory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.casework.ReviewTask;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswer;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewListing}: a manager sees what is shown and what is wished, and decides. */
@Component
class ReviewListingTask extends ReviewTask {

    private final ListingChanges changes;
    private final DirectoryListings listings;
    private final Partners partners;
    private final Cases cases;

    ReviewListingTask(
            ListingChanges changes, DirectoryListings listings, Partners partners, Cases cases, TaskAnswers answers) {
        super("Task_ReviewListing", answers);
        this.changes = changes;
        this.listings = listings;
        this.partners = partners;
        this.cases = cases;
    }

    /**
     * What the form shows.
     *
     * @param logo the message that says what becomes of the logo
     */
    record Facts(ListingChangeView change, CompanyProfile company, Listing shown, List<Part> parts, String logo) {}

    /** A text as it is shown and as it is wished; {@code label} is its message. */
    record Part(String label, String shown, String wished) {

        public boolean isChanged() {
            return !shown.equals(wished);
        }
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        return List.of(
                FormField.choice("decision", Decision.class).labelled("directory.review.decision"),
                FormField.comment("decision", "RETURN", "REJECT"));
    }

    @Override
    public Facts facts(String caseNumber) {
        var change = changes.findById(caseNumber).orElseThrow().view();
        var listing = listings.findById(change.partnerId()).orElseThrow().view();
        var shown = ListingRequest.of(listing);
        var wished = change.wished();
        return new Facts(
                change,
                partners.byId(change.partnerId()).orElseThrow().company(),
                listing,
                List.of(
                        new Part("field.aboutRu", shown.aboutRu(), wished.aboutRu()),
                        new Part("field.aboutKk", shown.aboutKk(), wished.aboutKk()),
                        new Part("field.aboutEn", shown.aboutEn(), wished.aboutEn()),
                        new Part("field.company.website", shown.website(), wished.website())),
                logoState(listing.logo(), change.logo()));
    }

    private static String logoState(@Nullable String shown, @Nullable String wished) {
        if (Objects.equals(shown, wished)) {
            return wished == null ? "directory.review.logo.none" : "directory.review.logo.same";
        }
        return wished == null ? "directory.review.logo.removed" : "directory.review.logo.new";
    }

    @Override
    protected void opened(String caseNumber, Instant dueAt) {
        cases.moveTo(caseNumber, changes.findById(caseNumber).orElseThrow().review(dueAt));
    }

    @Override
    protected void answered(String caseNumber, TaskAnswer answer) {
        // A withdrawal at the same moment waits for the answer, or the answer for it.
        var change = changes.lock(caseNumber).orElseThrow();
        var decision = answer.decision();
        var comment = answer.comment(decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                // Published by the next step, in the same transaction.
            }
            case RETURN -> change.returnForCorrection(comment);
            case REJECT -> change.refuse(comment);
        }
        var event = switch (decision) {
            case APPROVE -> ListingEvent.LISTING_APPROVED;
            case RETURN -> CommonEvent.RETURNED;
            case REJECT -> CommonEvent.REJECTED;
        };
        cases.record(caseNumber, Actor.staff(answer.user()), event, comment);
        answer.result("reviewDecision", decision.name());
    }
}
