package kz.intelligentplatforms.partners.directory;

import static java.time.Duration.ofDays;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.directory.ListingRefused.Reason;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The process with its real model, delegates, database and mail server, to every end. */
class DirectoryListingProcessIT extends IntegrationTest {

    private static final String USER = "P-test";
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Autowired
    private DirectoryListingProcess process;

    @Autowired
    private Directory directory;

    @Autowired
    private DirectorySearch search;

    @Autowired
    private Logos logos;

    @Autowired
    private Partners partners;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    private ListedPartners members;
    private PartnerView partner;

    @BeforeEach
    void aListedPartner() {
        members = new ListedPartners(partners, directory, transaction);
        partner = members.listed("ТОО «Каталог " + UUID.randomUUID().toString().substring(0, 8) + "»");
    }

    @AfterAll
    static void everyPartOfTheModelIsReached() {
        ProcessCoverage.assertComplete("directory-listing");
    }

    @Test
    void whatAManagerApprovesIsPublishedWithTheAnswer() {
        var before = search.edition();
        var number = process.submit(
                partner.id(),
                new ListingRequest("Шкафы управления", "", "Control cabinets", "example.kz"),
                new LogoChoice(Logo.of(Pictures.of("png", 800, 200)), false),
                USER);
        assertThat(number).startsWith("DIR-");
        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
        assertThat(caseOf(number).turn()).isEqualTo(Turn.VENDOR);
        assertThat(caseOf(number).dueAt()).isNotNull();
        assertThat(listing().about()).isEqualTo(PublicText.NONE);
        assertThat(listing().logo()).isNull();
        assertThat(logos.shown(listing().slug())).isEmpty();
        assertThat(search.edition()).isEqualTo(before);
        var instance = instanceOf(number);

        review(number, "APPROVE", "Хорошо написано");

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_ListingPublished");
        assertThat(listing().about().in(RUSSIAN)).isEqualTo("Шкафы управления");
        assertThat(listing().about().in(Locale.ENGLISH)).isEqualTo("Control cabinets");
        assertThat(listing().about().in(Locale.forLanguageTag("kk"))).isEqualTo("Шкафы управления");
        assertThat(listing().website()).isEqualTo("https://example.kz");
        assertThat(logos.shown(listing().slug())).isPresent();
        assertThat(search.edition()).isGreaterThan(before);
        assertThat(caseOf(number).stage()).isEqualTo("PUBLISHED");
        assertThat(caseOf(number).isClosed()).isTrue();
        assertThat(eventsOf(number)).containsExactly("APPLIED", "LISTING_APPROVED");
        assertThat(cases.ofPartner(partner.id())).extracting(CaseView::number).containsExactly(number);
        jobs.runDue(number);
        assertThat(lastMail().subject()).contains("обновлена").contains(number);
    }

    @Test
    void whatIsReturnedIsCorrectedAndReviewedAgainWithNothingTicked() {
        var number = submit("Лучшие в мире");
        review(number, "RETURN", "Без превосходных степеней");
        assertThat(caseOf(number).stage()).isEqualTo("CORRECTION");
        assertThat(caseOf(number).turn()).isEqualTo(Turn.COMPANY);
        var change = process.openOf(partner.id()).orElseThrow();
        assertThat(change.toCorrect()).isTrue();
        assertThat(change.reviewReason()).isEqualTo("Без превосходных степеней");
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Без превосходных степеней");

        process.correct(partner.id(), number, text("Поставляем шкафы"), LogoChoice.KEEP, USER);

        var again = openTask(number);
        assertThat(again.getTaskDefinitionKey()).isEqualTo("Task_ReviewListing");
        var shown = engine.getTaskService().getVariables(again.getId());
        assertThat(shown.get("decision")).isNull();
        assertThat(shown.get("comment")).isNull();
        assertThat(formOf(openTask(number))).contains("Почему возвращали раньше Без превосходных степеней");
        assertThat(eventsOf(number)).containsExactly("APPLIED", "RETURNED", "CORRECTED");
        review(number, "APPROVE", "");
        assertThat(listing().about().ru()).isEqualTo("Поставляем шкафы");
    }

    @Test
    void whatIsRejectedEndsWithTheReasonAndChangesNothing() {
        var number = process.submit(
                partner.id(), text("Текст"), new LogoChoice(Logo.of(Pictures.of("jpg", 100, 100)), false), USER);
        var instance = instanceOf(number);
        var logo = process.openOf(partner.id()).orElseThrow().logo();
        review(number, "REJECT", "Это не про вашу компанию");

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_ListingRejected");
        assertThat(listing().about()).isEqualTo(PublicText.NONE);
        assertThat(caseOf(number).stage()).isEqualTo("REJECTED");
        assertThat(logos.ofPartner(partner.id(), String.valueOf(logo))).isEmpty();
        jobs.runDue(number);
        assertThat(lastMail().text()).contains("Это не про вашу компанию");
        assertThat(submit("Текст")).isNotEqualTo(number);
    }

    @Test
    void whatIsNotAnsweredClosesAfterThirtyDays() {
        var number = submit("Текст");
        var instance = instanceOf(number);
        review(number, "RETURN", "Подробнее");
        TestClock.forward(ofDays(29));
        jobs.runDue(number);
        assertThat(caseOf(number).stage()).isEqualTo("CORRECTION");
        TestClock.forward(ofDays(1).plusMinutes(1));
        jobs.runDue(number);

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_ListingExpired");
        assertThat(caseOf(number).stage()).isEqualTo("EXPIRED");
        assertThat(lastMail().subject()).contains("без ответа");
        assertThat(process.openOf(partner.id())).isEmpty();
    }

    @Test
    void aPartnerWithdrawsWhatIsInReviewAndWhatIsReturned() {
        var inReview = submit("Текст");
        var reviewed = instanceOf(inReview);
        process.withdraw(partner.id(), USER);
        BpmnAwareTests.assertThat(reviewed).isEnded().hasPassed("EndEvent_ListingWithdrawn");
        assertThat(caseOf(inReview).stage()).isEqualTo("WITHDRAWN");
        assertThat(eventsOf(inReview)).containsExactly("APPLIED", "WITHDRAWN");

        var returned = submit("Текст");
        review(returned, "RETURN", "Подробнее");
        process.withdraw(partner.id(), USER);
        assertThat(caseOf(returned).stage()).isEqualTo("WITHDRAWN");
        assertThat(listing().about()).isEqualTo(PublicText.NONE);
        assertRefused(Reason.CASE_MOVED_ON, () -> process.withdraw(partner.id(), USER));
    }

    @Test
    void aReviewThatIsDueRemindsTheGroupAndAnOverdueOneLetsTheProgramManagersIn() {
        var manager = people.of(ACCOUNT_MANAGERS);
        var before = Mails.to(manager + "@vendor.example").size();
        var number = submit("Текст");
        var due = openTask(number).getDueDate().toInstant();
        TestClock.forward(
                Duration.between(ClockUtil.getCurrentTime().toInstant(), due).plusMinutes(1));
        jobs.runDue(number);
        assertThat(Mails.to(manager + "@vendor.example")).hasSize(before + 1);
        TestClock.forward(ofDays(20));
        jobs.runDue(number);
        var task = openTask(number);
        assertThat(task.getPriority()).isEqualTo(90);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateGroup(PROGRAM_MANAGERS.id())
                        .count())
                .isOne();
    }

    @Test
    void anAnswerWithoutDecisionOrReasonChangesNothing() {
        var number = submit("Текст");
        assertRefused(number, Map.of("comment", "Хорошо"));
        assertRefused(number, Map.of("decision", "MAYBE", "comment", "Хорошо"));
        assertRefused(number, Map.of("decision", "REJECT"));
        assertRefused(number, Map.of("decision", "RETURN", "comment", "  "));
        assertRefused(number, Map.of("decision", "REJECT", "comment", "x".repeat(2001)));
        assertThat(caseOf(number).stage()).isEqualTo("REVIEW");
        assertThat(eventsOf(number)).containsExactly("APPLIED");
    }

    @Test
    void onlyOneChangeIsOpenAtATimeAlsoWhenTwoComeAtOnce() {
        var outcomes = AtOnce.run(4, i -> {
            try {
                return submit("Текст " + i);
            } catch (ListingRefused refused) {
                return refused.reason().name();
            }
        });
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("DIR-")).hasSize(1);
        assertThat(outcomes).filteredOn("ALREADY_OPEN"::equals).hasSize(3);
        assertRefused(Reason.ALREADY_OPEN, () -> submit("Ещё"));
    }

    @Test
    void whoIsNotListedOrChangesNothingIsRefused() {
        var other = members.registered("Не в каталоге", "Тараз");
        assertRefused(Reason.NOT_LISTED, () -> process.submit(other.id(), text("Текст"), LogoChoice.KEEP, USER));
        review(submit("Текст"), "APPROVE", "");
        assertRefused(Reason.UNCHANGED, () -> submit("Текст"));
        assertRefused(
                Reason.UNCHANGED, () -> process.submit(partner.id(), text("Текст"), new LogoChoice(null, true), USER));
    }

    @Test
    void aCorrectionOfAnotherCaseOrTwiceIsRefused() {
        var number = submit("Текст");
        assertRefused(
                Reason.CASE_MOVED_ON,
                () -> process.correct(partner.id(), number, text("Другой"), LogoChoice.KEEP, USER));
        review(number, "RETURN", "Подробнее");
        assertRefused(
                Reason.CASE_MOVED_ON,
                () -> process.correct(partner.id(), "DIR-2026-999999", text("Другой"), LogoChoice.KEEP, USER));
        var outcomes = AtOnce.run(2, i -> {
            try {
                process.correct(partner.id(), number, text("Другой " + i), LogoChoice.KEEP, USER);
                return "DONE";
            } catch (ListingRefused refused) {
                return refused.reason().name();
            }
        });
        assertThat(outcomes).containsExactlyInAnyOrder("DONE", "CASE_MOVED_ON");
        assertThat(eventsOf(number)).containsOnlyOnce("CORRECTED");
    }

    @Test
    void ofAnAnswerAndAWithdrawalAtTheSameMomentOneCounts() {
        for (int round = 0; round < 5; round++) {
            var number = submit("Текст " + round);
            var outcomes = AtOnce.run(2, i -> {
                try {
                    if (i == 0) {
                        process.withdraw(partner.id(), USER);
                    } else {
                        review(number, "APPROVE", "");
                    }
                    return "DONE";
                } catch (RuntimeException e) {
                    return "TOO LATE";
                }
            });
            assertThat(outcomes).containsExactlyInAnyOrder("DONE", "TOO LATE");
            assertThat(caseOf(number).stage()).isEqualTo(outcomes.get(0).equals("DONE") ? "WITHDRAWN" : "PUBLISHED");
            assertThat(process.openOf(partner.id())).isEmpty();
        }
    }

    @Test
    void aLogoIsReplacedAndRemovedAndOldOnesAreForgotten() {
        publish(new LogoChoice(Logo.of(Pictures.of("png", 100, 100)), false), "Первый");
        var first = String.valueOf(listing().logo());
        publish(new LogoChoice(Logo.of(Pictures.of("png", 200, 100)), false), "Второй");
        assertThat(listing().logo()).isNotNull().isNotEqualTo(first);
        assertThat(logos.ofPartner(partner.id(), first)).isEmpty();
        publish(LogoChoice.KEEP, "Третий");
        assertThat(logos.shown(listing().slug())).isPresent();
        publish(new LogoChoice(null, true), "Четвёртый");
        assertThat(listing().logo()).isNull();
        assertThat(logos.shown(listing().slug())).isEmpty();
    }

    @Test
    void thePublishedTextsSurviveAnAbsenceFromTheDirectory() {
        var slug = listing().slug();
        var number = submit("Текст");
        members.update(partner, Set.of());
        review(number, "APPROVE", "");
        assertThat(search.bySlug(slug)).isEmpty();
        members.update(partner, ListedPartners.benefits(partner.tier(), false));
        assertThat(search.bySlug(slug).orElseThrow().about().ru()).isEqualTo("Текст");
    }

    @Test
    void theReviewerSeesWhatIsShownAndWhatIsWished() {
        publish(LogoChoice.KEEP, "Прежний текст");
        var number = process.submit(
                partner.id(),
                new ListingRequest(
                        "Новый <b>текст</b>",
                        "",
                        "",
                        String.valueOf(partner.company().website())),
                new LogoChoice(Logo.of(Pictures.of("png", 100, 100)), false),
                USER);
        assertThat(formOf(openTask(number)))
                .contains("Компания " + partner.company().name())
                .contains("Новый <b>текст</b> Сейчас: Прежний текст")
                .contains("Логотип новый Открыть страницу в каталоге Открыть логотип")
                .containsOnlyOnce("Сейчас:");
        var local = engine.getTaskService().getVariablesLocal(openTask(number).getId());
        assertThat(local).containsEntry("companyName", partner.company().name());
        assertThat(local).containsEntry("bin", partner.company().identity().taxNumber());
    }

    private void publish(LogoChoice logo, String about) {
        review(
                process.submit(
                        partner.id(),
                        new ListingRequest(
                                about, "", "", String.valueOf(listing().website())),
                        logo,
                        USER),
                "APPROVE",
                "");
    }

    private String submit(String about) {
        return process.submit(partner.id(), text(about), LogoChoice.KEEP, USER);
    }

    private ListingRequest text(String about) {
        return new ListingRequest(about, "", "", "");
    }

    private Listing listing() {
        return directory.ofPartner(partner.id()).orElseThrow();
    }

    private void assertRefused(Reason reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        ListingRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void assertRefused(String number, Map<String, Object> answers) {
        var task = openTask(number);
        signIn();
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.getId(), answers))
                .hasRootCauseInstanceOf(TaskRefusal.class);
        engine.getIdentityService().clearAuthentication();
    }

    private void review(String number, String decision, String comment) {
        signIn();
        engine.getFormService()
                .submitTaskForm(openTask(number).getId(), Map.of("decision", decision, "comment", comment));
        engine.getIdentityService().clearAuthentication();
    }

    private void signIn() {
        engine.getIdentityService().setAuthentication(people.of(ACCOUNT_MANAGERS), List.of(ACCOUNT_MANAGERS.id()));
    }

    private Task openTask(String number) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    private ProcessInstance instanceOf(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    private CaseView caseOf(String number) {
        return cases.byNumber(number).orElseThrow();
    }

    private List<String> eventsOf(String number) {
        return cases.history(number).stream().map(CaseEventView::type).toList();
    }

    private Mails.Received lastMail() {
        return Mails.lastTo(partner.contact().email());
    }
}
