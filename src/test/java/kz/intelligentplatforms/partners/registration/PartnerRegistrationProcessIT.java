package kz.intelligentplatforms.partners.registration;

import static java.time.Duration.ofDays;
import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.withVariables;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.engine.TaskRefusal;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess.Submitted;
import kz.intelligentplatforms.partners.registration.RegistrationRefused.Reason;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.ProcessCoverage;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.tierupgrade.Samples;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The process with its real model, delegates, database and mail server, to every end. */
class PartnerRegistrationProcessIT extends IntegrationTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Cases cases;

    @Autowired
    private Partners partners;

    @Autowired
    private PartnerAccounts accounts;

    @Autowired
    private Accounts identities;

    @Autowired
    private PointsAccounts points;

    @Autowired
    private TierUpgradeProcess levelChanges;

    @Autowired
    private TransactionTemplate transaction;

    @AfterAll
    static void everyPartOfTheModelsIsReached() {
        ProcessCoverage.assertComplete("partner-registration");
        ProcessCoverage.assertComplete("notification");
    }

    @Test
    void anApprovedApplicationBecomesAPartnerWithMembershipPointsAccountAndInvitation() {
        var bin = Companies.newBin();
        var submitted = submit(Companies.application(bin));
        var instance = instanceOf(submitted);
        assertThat(caseOf(submitted).stage()).isEqualTo("REVIEW");
        assertThat(caseOf(submitted).turn()).isEqualTo(Turn.VENDOR);

        review(submitted, "APPROVE", null);
        jobs.runDue(submitted.caseNumber());

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_PartnerRegistered");
        var partner = partners.byIdentity(new TaxIdentity("KZ", bin)).orElseThrow();
        assertThat(partner.tier()).isEqualTo(Tier.PRIMARY_RESELLER);
        assertThat(partner.serviceStatus()).isFalse();
        var term = partners.termsOf(partner.id()).get(0);
        assertThat(term.startsOn()).isEqualTo(LocalDate.ofInstant(partner.registeredAt(), ALMATY));
        assertThat(term.endsOn()).isEqualTo(LocalDate.of(term.startsOn().getYear(), 12, 31));
        assertThat(points.exists(partner.id())).isTrue();
        transaction.executeWithoutResult(status -> points.open(partner.id()));
        var user = accounts.userIdOf(partner.contact().email()).orElseThrow();
        assertThat(accounts.partnersOf(user)).containsExactly(partner.id());
        assertThat(cases.ofPartner(partner.id()))
                .extracting(view -> view.number(), view -> view.stage())
                .containsExactly(tuple(submitted.caseNumber(), "REGISTERED"));
        assertThat(eventsOf(submitted)).containsExactly("APPLIED", "APPROVED", "REGISTERED", "INVITED");
        assertThat(Mails.to(partner.contact().email())).hasSize(2);
    }

    @Test
    void anAddressInKazakhLettersIsOneAccountHoweverItIsWritten() {
        var bin = Companies.newBin();
        var submitted = submit(withEmail(Companies.application(bin), "Sales@Степь-" + bin + ".ҚАЗ"));
        assertThat(formOf(openTask(submitted))).contains("E-mail sales@степь-" + bin + ".қаз");
        review(submitted, "APPROVE", null);
        jobs.runDue(submitted.caseNumber());

        var kept = partners.byIdentity(new TaxIdentity("KZ", bin))
                .orElseThrow()
                .contact()
                .email();
        assertThat(kept).startsWith("sales@xn--").endsWith(".xn--80ao21a");
        assertThat(Mails.to(kept)).hasSize(2);
        var user = accounts.userIdOf("sales@степь-" + bin + ".қаз").orElseThrow();
        assertThat(accounts.userIdOf(kept)).contains(user);

        var second = submit(withEmail(Companies.application(), kept));
        review(second, "APPROVE", null);
        jobs.runDue(second.caseNumber());
        assertThat(accounts.partnersOf(user)).hasSize(2);

        identities.setPassword(user, People.PASSWORD);
        for (var name : List.of(kept, "SALES@СТЕПЬ-" + bin + ".Қаз")) {
            assertThat(visitor().signIn(name, People.PASSWORD).get("/portal").statusCode())
                    .isEqualTo(200);
        }
    }

    private static RegistrationRequest withEmail(RegistrationRequest request, String email) {
        var contact = request.contact();
        return new RegistrationRequest(
                request.wishedTier(),
                request.company(),
                new RegistrationRequest.Contact(contact.name(), contact.position(), email, contact.phone()),
                request.language(),
                true);
    }

    @Test
    void aHigherWishGoesOnAsAnApplicationForThatLevelWithTheEvidenceGiven() {
        var plain = Companies.application();
        var given = Samples.complete().only(Set.of(Requirement.SALES_SPECIALIST));
        var submitted = submit(
                new RegistrationRequest("PROFESSIONAL_RESELLER", plain.company(), plain.contact(), "ru", true, given));
        var instance = instanceOf(submitted);
        review(submitted, "APPROVE", null);
        jobs.runDue(submitted.caseNumber());

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_LevelAppliedFor");
        var partner = partners.byIdentity(new TaxIdentity("KZ", plain.company().bin()))
                .orElseThrow();
        assertThat(partner.tier()).isEqualTo(Tier.PRIMARY_RESELLER);
        assertThat(levelChanges.openOf(partner.id())).singleElement().satisfies(open -> {
            assertThat(open.target()).isEqualTo(TargetStatus.PROFESSIONAL_RESELLER);
            assertThat(new Desk(engine, people).openTasks(open.caseNumber()))
                    .containsExactly("Task_CheckSalesSpecialist", "Task_CorrectEvidence");
        });
    }

    @Test
    void aReturnedApplicationIsCorrectedByTheApplicantAndReviewedAgainWithNothingTicked() {
        var submitted = submit(Companies.application());
        review(submitted, "RETURN", "Укажите фактический адрес", "company.address");
        assertThat(caseOf(submitted).stage()).isEqualTo("CORRECTION");
        assertThat(caseOf(submitted).turn()).isEqualTo(Turn.COMPANY);
        var view = process.byCaseNumber(submitted.caseNumber()).orElseThrow();
        assertThat(view.reviewReason()).isEqualTo("Укажите фактический адрес");
        assertThat(view.returnedFields()).containsExactly(ReturnedField.COMPANY_ADDRESS);

        process.correct(submitted.caseNumber(), view.details().toRequest());

        var again = openTask(submitted);
        assertThat(again.getTaskDefinitionKey()).isEqualTo("Task_ReviewRegistration");
        var shown = engine.getTaskService().getVariables(again.getId());
        assertThat(shown.get("decision")).isNull();
        assertThat(shown.get("comment")).isNull();
        assertThat(shown.get("returnedFields")).isNull();
        assertThat(formOf(again)).contains("Почему возвращали раньше Укажите фактический адрес");
        assertThat(eventsOf(submitted)).containsExactly("APPLIED", "RETURNED", "CORRECTED");
        jobs.runDue(submitted.caseNumber());
        assertThat(Mails.to(view.details().contact().email())).hasSize(2);
    }

    @Test
    void aRejectedApplicationEndsWithTheReasonAndTheCompanyMayApplyAgain() {
        var request = Companies.application();
        var submitted = submit(request);
        var instance = instanceOf(submitted);
        review(submitted, "REJECT", "Компания не работает в отрасли");
        jobs.runDue(submitted.caseNumber());

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RegistrationRejected");
        assertThat(caseOf(submitted).isClosed()).isTrue();
        assertThat(cases.history(submitted.caseNumber()))
                .extracting(CaseEventView::reason)
                .contains("Компания не работает в отрасли");
        assertThat(Mails.lastTo(request.contact().email()).text()).contains("Компания не работает в отрасли");
        assertThat(submit(request).caseNumber()).isNotEqualTo(submitted.caseNumber());
    }

    @Test
    void anApplicantWhoDoesNotAnswerIsRemindedTwiceAndTheCaseClosesAfterThirtyDays() {
        var request = Companies.application();
        var submitted = submit(request);
        var instance = instanceOf(submitted);
        review(submitted, "RETURN", "Нет телефона", "company.phone");

        TestClock.forward(ofDays(7).plusMinutes(1));
        jobs.runDue(submitted.caseNumber());
        assertThat(eventsOf(submitted)).containsOnlyOnce("REMINDED");
        TestClock.forward(ofDays(14));
        jobs.runDue(submitted.caseNumber());
        assertThat(eventsOf(submitted).stream().filter("REMINDED"::equals)).hasSize(2);
        TestClock.forward(ofDays(9));
        jobs.runDue(submitted.caseNumber());

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("EndEvent_RegistrationExpired");
        assertThat(caseOf(submitted).stage()).isEqualTo("EXPIRED");
        assertThat(Mails.to(request.contact().email())).hasSize(5);
    }

    @Test
    void aWithdrawnApplicationEndsWhateverItWaitsFor() {
        var inReview = submit(Companies.application());
        var reviewed = instanceOf(inReview);
        process.withdraw(inReview.caseNumber());
        BpmnAwareTests.assertThat(reviewed).isEnded().hasPassed("EndEvent_RegistrationWithdrawn");

        var inCorrection = submit(Companies.application());
        var returned = instanceOf(inCorrection);
        review(inCorrection, "RETURN", "Проверьте адрес", "company.address");
        process.withdraw(inCorrection.caseNumber());
        BpmnAwareTests.assertThat(returned).isEnded().hasPassed("EndEvent_RegistrationWithdrawn");
        assertThat(caseOf(inCorrection).stage()).isEqualTo("WITHDRAWN");
    }

    @Test
    void aDecidedApplicationCannotBeWithdrawnAnyMore() {
        var submitted = submit(Companies.application());
        review(submitted, "APPROVE", null);
        assertThatThrownBy(() -> process.withdraw(submitted.caseNumber()))
                .isInstanceOfSatisfying(
                        RegistrationRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.CASE_MOVED_ON));
        jobs.runDue(submitted.caseNumber());
        assertThat(caseOf(submitted).stage()).isEqualTo("REGISTERED");
    }

    @Test
    void aReviewThatIsDueRemindsTheGroupAndAnOverdueOneLetsTheProgramManagersIn() {
        var manager = people.of(ACCOUNT_MANAGERS);
        var before = Mails.to(manager + "@vendor.example").size();
        var submitted = submit(Companies.application());
        var due = openTask(submitted).getDueDate().toInstant();

        TestClock.forward(
                Duration.between(ClockUtil.getCurrentTime().toInstant(), due).plusMinutes(1));
        jobs.runDue(submitted.caseNumber());
        assertThat(Mails.to(manager + "@vendor.example")).hasSize(before + 1);

        TestClock.forward(ofDays(20));
        jobs.runDue(submitted.caseNumber());
        var task = openTask(submitted);
        assertThat(task.getPriority()).isEqualTo(90);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateGroup(PROGRAM_MANAGERS.id())
                        .count())
                .isOne();
    }

    @Test
    void anAnswerWithoutDecisionReasonOrReturnedFieldsChangesNothing() {
        var submitted = submit(Companies.application());
        assertRefused(submitted, withVariables("comment", "Хорошо"));
        assertRefused(submitted, withVariables("decision", "MAYBE", "comment", "Хорошо"));
        assertRefused(submitted, withVariables("decision", "REJECT"));
        assertRefused(submitted, withVariables("decision", "REJECT", "comment", "  "));
        assertRefused(submitted, withVariables("decision", "RETURN", "comment", "Исправьте"));
        assertRefused(submitted, withVariables("decision", "REJECT", "comment", "x".repeat(2001)));
        assertThat(caseOf(submitted).stage()).isEqualTo("REVIEW");
        assertThat(eventsOf(submitted)).containsExactly("APPLIED");
    }

    @Test
    void aSecondOpenCaseOfTheSameCompanyIsRefusedAndSoIsAMember() {
        var request = Companies.application();
        var submitted = submit(request);
        assertRefused(request, Reason.ALREADY_KNOWN);
        review(submitted, "APPROVE", null);
        jobs.runDue(submitted.caseNumber());
        assertRefused(request, Reason.ALREADY_KNOWN);
    }

    @Test
    void aCorrectionMayNotTakeAnotherCompanysIdentity() {
        var other = Companies.application();
        submit(other);
        var submitted = submit(Companies.application());
        review(submitted, "RETURN", "БИН не тот", "company.identity");
        assertThatThrownBy(() -> process.correct(submitted.caseNumber(), other))
                .isInstanceOfSatisfying(
                        RegistrationRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_KNOWN));
        assertThat(caseOf(submitted).stage()).isEqualTo("CORRECTION");
    }

    @Test
    void theSameSubmissionAgainGetsTheSameAnswerAndAnotherContentUnderItsKeyIsRefused() {
        var request = Companies.application();
        var key = UUID.randomUUID().toString();
        var first = process.submit(request, key);
        assertThat(process.submit(request, key)).isEqualTo(first);
        assertThatThrownBy(() -> process.submit(Companies.application(), key))
                .isInstanceOfSatisfying(
                        RegistrationRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY_REUSED));
    }

    @Test
    void theReviewerSeesWhoLooksAlike() {
        var first = Companies.application();
        submit(first);
        var bin = Companies.newBin();
        var lookalike = new RegistrationRequest(
                "SOLUTION_PROVIDER",
                new RegistrationRequest.Company(
                        first.company().name().replace("ТОО", "АО"),
                        "KZ",
                        bin,
                        "",
                        "Астана",
                        "пр. Мира, 1",
                        first.company().phone(),
                        ""),
                first.contact(),
                "kk",
                true);
        var submitted = submit(lookalike);
        assertThat(formOf(openTask(submitted)))
                .contains("Обратите внимание")
                .contains("тот же телефон")
                .contains("заявка REG-")
                .contains(first.company().name());
    }

    private Submitted submit(RegistrationRequest request) {
        return process.submit(request, UUID.randomUUID().toString());
    }

    private void assertRefused(RegistrationRequest request, Reason reason) {
        assertThatThrownBy(() -> submit(request))
                .isInstanceOfSatisfying(
                        RegistrationRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void assertRefused(Submitted submitted, Map<String, Object> answers) {
        var task = openTask(submitted);
        signIn();
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.getId(), answers))
                .hasRootCauseInstanceOf(TaskRefusal.class);
        engine.getIdentityService().clearAuthentication();
    }

    private void review(Submitted submitted, String decision, @Nullable String comment, String... fields) {
        var answers = new HashMap<String, Object>();
        answers.put("decision", decision);
        answers.put("comment", comment == null ? "" : comment);
        if (fields.length > 0) {
            answers.put("returnedFields", Spin.JSON(Arrays.asList(fields)));
        }
        signIn();
        engine.getFormService().submitTaskForm(openTask(submitted).getId(), answers);
        engine.getIdentityService().clearAuthentication();
    }

    private void signIn() {
        engine.getIdentityService().setAuthentication(people.of(ACCOUNT_MANAGERS), List.of(ACCOUNT_MANAGERS.id()));
    }

    private Task openTask(Submitted submitted) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(submitted.caseNumber())
                .singleResult();
    }

    private ProcessInstance instanceOf(Submitted submitted) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(submitted.caseNumber())
                .singleResult();
    }

    private CaseView caseOf(Submitted submitted) {
        return cases.byNumber(submitted.caseNumber()).orElseThrow();
    }

    private List<String> eventsOf(Submitted submitted) {
        return cases.history(submitted.caseNumber()).stream()
                .map(CaseEventView::type)
                .toList();
    }
}
