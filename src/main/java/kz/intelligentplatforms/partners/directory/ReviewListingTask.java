package kz.intelligentplatforms.partners.directory;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.engine.Decision;
import kz.intelligentplatforms.partners.platform.engine.TaskAnswers;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewListing}: puts what is shown and what is wished on the form, and takes the reviewer's answer into the change. */
@Component
class ReviewListingTask implements TaskListener {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ListingChanges changes;
    private final DirectoryListings listings;
    private final Partners partners;
    private final Cases cases;
    private final TaskAnswers answers;
    private final ProgramSettings settings;
    private final Texts texts;

    ReviewListingTask(
            ListingChanges changes,
            DirectoryListings listings,
            Partners partners,
            Cases cases,
            TaskAnswers answers,
            ProgramSettings settings,
            Texts texts) {
        this.changes = changes;
        this.listings = listings;
        this.partners = partners;
        this.cases = cases;
        this.answers = answers;
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            cases.moveTo(
                    number,
                    new CaseStep("REVIEW", Turn.VENDOR, task.getDueDate().toInstant()));
            showFacts(task, changes.findById(number).orElseThrow().view());
            answers.askAnew(task, "decision", "comment");
        } else {
            // A withdrawal at the same moment waits for the answer, or the answer for it.
            take(task, changes.lock(number).orElseThrow());
        }
    }

    private void showFacts(DelegateTask task, ListingChangeView change) {
        var partner = partners.byId(change.partnerId()).orElseThrow();
        var company = partner.company();
        var shown = listings.findById(change.partnerId()).orElseThrow().view();
        var submitted = ZonedDateTime.ofInstant(change.submittedAt(), settings.timeZone());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("caseNumber", change.caseNumber());
        facts.put("caseLink", "/staff/cases/" + change.caseNumber());
        facts.put("partnerLink", "/staff/partners/" + change.partnerId());
        facts.put("pageLink", "/partners/" + shown.slug());
        facts.put("companyName", company.name());
        facts.put(
                "identity",
                texts.russian(
                        company.identity().isKazakh() ? "identity.bin" : "identity.foreign",
                        company.identity().taxNumber(),
                        company.identity().country()));
        facts.put("submittedAt", submitted.format(MINUTE));
        facts.put("earlierReason", Objects.requireNonNullElse(change.reviewReason(), ""));
        facts.put("parts", parts(ListingRequest.of(shown), change.wished()));
        facts.put("website", change.wished().website());
        facts.put("logo", texts.russian(logoState(shown.logo(), change.logo())));
        facts.put(
                "logoLink",
                change.logo() == null ? "" : "/staff/directory/" + change.caseNumber() + "/logo?v=" + change.logo());
        task.setVariableLocal("companyName", company.name());
        task.setVariableLocal("bin", company.identity().taxNumber());
        task.setVariableLocal("facts", Spin.JSON(facts));
    }

    /** What was typed, each with what is shown now where that is different. */
    private List<Map<String, Object>> parts(ListingRequest shown, ListingRequest wished) {
        return List.of(
                part("field.aboutRu", shown.aboutRu(), wished.aboutRu()),
                part("field.aboutKk", shown.aboutKk(), wished.aboutKk()),
                part("field.aboutEn", shown.aboutEn(), wished.aboutEn()),
                part("field.company.website", shown.website(), wished.website()));
    }

    private Map<String, Object> part(String label, String shown, String wished) {
        return Map.of(
                "label", texts.russian(label), "shown", shown, "wished", wished, "changed", !shown.equals(wished));
    }

    private static String logoState(@Nullable String shown, @Nullable String wished) {
        if (Objects.equals(shown, wished)) {
            return wished == null ? "directory.review.logo.none" : "directory.review.logo.same";
        }
        return wished == null ? "directory.review.logo.removed" : "directory.review.logo.new";
    }

    private void take(DelegateTask task, ListingChange change) {
        var decision = answers.decision(task);
        var comment = answers.comment(task, decision != Decision.APPROVE);
        switch (decision) {
            case APPROVE -> {
                // Published by the next step, in the same transaction.
            }
            case RETURN -> change.returnForCorrection(comment);
            case REJECT -> change.refuse(comment);
        }
        var event = switch (decision) {
            case APPROVE -> "LISTING_APPROVED";
            case RETURN -> "RETURNED";
            case REJECT -> "REJECTED";
        };
        cases.record(change.getId(), Actor.staff(answers.user(task)), event, comment.isEmpty() ? null : comment);
        task.getExecution().setVariable("reviewDecision", decision.name());
    }
}
