package kz.intelligentplatforms.partners.registration.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.registration.ApplicationDetails;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess.Submitted;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.ReviewDesk;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The application form and the applicant's tracker, as a browser without scripts sees them. */
class RegistrationControllerIT extends IntegrationTest {

    private static final Set<String> DECIDING = Set.of("WITHDRAWN", "REJECTED", "APPROVED");
    private static final String MARKUP = "\"><script>alert('1')</script>";

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private Cases cases;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCompleteFormOpensACaseAndLeadsToItsTracker() {
        var request = Companies.application();
        var visitor = visitor();
        var answer = visitor.post("/register", form(visitor, request));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(answer)).matches(".*/cases/[A-Za-z0-9_-]{43}\\?sent");
        var tracker = visitor.get(Visitor.location(answer));
        assertThat(tracker.statusCode()).isEqualTo(200);
        assertThat(tracker.body())
                .contains(request.company().name(), request.contact().email(), text("tracker.sent"));
        assertThat(casesOf(request)).isOne();
    }

    @Test
    void whatWasTypedStaysAndEveryFlawIsToldBesideItsField() {
        var before = allCases();
        var visitor = visitor();
        var typed = form(visitor, Companies.application());
        typed.put("company.name", "Кафе " + MARKUP);
        typed.put("company.bin", "123456789012");
        typed.put("company.address", "");
        typed.put("contact.email", "иван" + MARKUP);
        typed.put("wishedTier", "EMPEROR");
        typed.put("language", "de");
        typed.remove("consent");
        var answer = visitor.post("/register", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = answer.body();
        assertThat(errorAt(page, "company-bin")).isEqualTo(text("error.bin-check-digit"));
        assertThat(errorAt(page, "company-address")).isEqualTo(text("error.required"));
        assertThat(errorAt(page, "contact-email")).isEqualTo(text("error.email"));
        assertThat(errorAt(page, "wishedTier")).isEqualTo(text("error.choice"));
        assertThat(errorAt(page, "language")).isEqualTo(text("error.choice"));
        assertThat(errorAt(page, "consent")).isEqualTo(text("error.consent"));
        assertThat(errorAt(page, "company-name")).isEmpty();
        for (var field : typed.keySet()) {
            if (field.matches("(company|contact)\\..*") && !field.equals("company.country")) {
                assertThat(valueOf(page, field)).describedAs(field).isEqualTo(typed.get(field));
            }
        }
        assertThat(valueOf(page, "submissionKey")).isEqualTo(typed.get("submissionKey"));
        assertThat(page).doesNotContain("<script>alert").contains("href=\"#company-bin\"", "href=\"#consent\"");
        assertThat(allCases()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void theFormAndItsMessagesSpeakTheChosenLanguage(String language) {
        var visitor = visitor();
        var page = visitor.get("/register?lang=" + language).body();
        assertThat(page).contains("lang=\"" + language + "\"", text("register.title", language));
        var typed = form(visitor, Companies.application());
        typed.put("company.bin", "1");
        var answer = visitor.post("/register", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer.body(), "company-bin")).isEqualTo(text("error.bin-form", language));
    }

    @Test
    void changingTheLanguageKeepsWhatWasTyped() {
        var visitor = visitor();
        var typed = form(visitor, Companies.application());
        typed.put("company.bin", "12");
        var answer = visitor.post("/register/language?lang=en", typed);
        assertThat(answer.statusCode()).isEqualTo(200);
        var page = answer.body();
        assertThat(page).contains("lang=\"en\"", text("register.title", "en"));
        assertThat(valueOf(page, "company.bin")).isEqualTo("12");
        assertThat(valueOf(page, "company.name")).isEqualTo(typed.get("company.name"));
        assertThat(valueOf(page, "submissionKey")).isEqualTo(typed.get("submissionKey"));
        assertThat(errorAt(page, "company-bin")).isEmpty();
    }

    @Test
    void aKnownCompanyReadsTheSameWhetherItIsAMemberOrHasAnOpenCase() {
        var request = Companies.application();
        var first = process.submit(request, UUID.randomUUID().toString());
        var whileOpen = send(request);
        desk().approve(first.caseNumber());
        jobs.runDue(first.caseNumber());
        var asMember = send(request);

        assertThat(whileOpen.statusCode()).isEqualTo(409);
        assertThat(errorAt(whileOpen.body(), "company-bin")).isEqualTo(text("registration.refused.ALREADY_KNOWN"));
        assertThat(asMember.statusCode()).isEqualTo(409);
        assertThat(withoutKeys(asMember.body())).isEqualTo(withoutKeys(whileOpen.body()));
        assertThat(asMember.body()).doesNotContain(first.caseNumber(), first.token());
        assertThat(casesOf(request)).isOne();
    }

    @Test
    void aRefusalTellsNothingOfTheOtherApplication() {
        var theirs = Companies.application();
        var first = process.submit(theirs, UUID.randomUUID().toString());
        var ours = Companies.application(theirs.company().bin());
        var other = new RegistrationRequest(
                "PRIMARY_RESELLER",
                new RegistrationRequest.Company(
                        "Кто-то другой", "KZ", ours.company().bin(), "", "Актау", "1-й мкр", "+7 701 000 00 01", ""),
                new RegistrationRequest.Contact("Пётр", "Юрист", "petr@other.example", "+7 701 000 00 02"),
                "ru",
                true);
        var answer = send(other);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .doesNotContain(
                        theirs.company().name(),
                        theirs.company().city(),
                        theirs.contact().email(),
                        theirs.contact().name(),
                        first.caseNumber());
    }

    @Test
    void aFormSentAgainLeadsToTheSameTracker() {
        var request = Companies.application();
        var visitor = visitor();
        var typed = form(visitor, request);
        var first = visitor.post("/register", typed);
        var again = visitor.post("/register", typed);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(again)).isEqualTo(Visitor.location(first));
        assertThat(casesOf(request)).isOne();
    }

    @Test
    void clickedManyTimesAtOnceItIsOneCaseAndOneTracker() {
        var request = Companies.application();
        var visitor = visitor();
        var typed = form(visitor, request);
        var answers = AtOnce.run(5, i -> visitor.post("/register", typed));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(answers.stream().map(Visitor::location).distinct()).hasSize(1);
        assertThat(casesOf(request)).isOne();
    }

    @Test
    void aFormSentAgainWithOtherDataIsADecisionNotAnAccident() {
        var visitor = visitor();
        var typed = form(visitor, Companies.application());
        visitor.post("/register", typed);
        var another = Companies.application();
        var changed = new LinkedHashMap<>(typed);
        changed.putAll(fieldsOf(another));
        var refused = visitor.post("/register", changed);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(HtmlUtils.htmlUnescape(refused.body())).contains(text("registration.refused.KEY_REUSED"));
        assertThat(valueOf(refused.body(), "submissionKey")).isNotEqualTo(typed.get("submissionKey"));
        assertThat(valueOf(refused.body(), "company.name"))
                .isEqualTo(another.company().name());
        changed.put("submissionKey", valueOf(refused.body(), "submissionKey"));
        assertThat(visitor.post("/register", changed).statusCode()).isEqualTo(303);
    }

    @Test
    void aKeyThatIsNotOursIsReplaced() {
        var visitor = visitor();
        var first = form(visitor, Companies.application());
        var second = form(visitor, Companies.application());
        first.put("submissionKey", "guessable");
        second.put("submissionKey", "guessable");
        assertThat(visitor.post("/register", first).statusCode()).isEqualTo(303);
        assertThat(visitor.post("/register", second).statusCode()).isEqualTo(303);
    }

    @Test
    void withoutOrWithAWrongCsrfTokenNothingIsSent() {
        var request = Companies.application();
        var visitor = visitor();
        var typed = form(visitor, request);
        typed.remove("_csrf");
        assertThat(visitor.post("/register", typed).statusCode()).isEqualTo(403);
        typed.put("_csrf", "forged");
        var answer = visitor.post("/register", typed);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains(text("problem.403.text"));
        assertThat(casesOf(request)).isZero();
    }

    @Test
    void aFormThatIsTooLargeIsRefusedInPlainWords() {
        var request = Companies.application();
        var visitor = visitor();
        var typed = form(visitor, request);
        typed.put("company.address", "x".repeat(530_000));
        var answer = visitor.post("/register", typed);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains(text("problem.413.title"));
        assertThat(casesOf(request)).isZero();
    }

    @Test
    void evidenceOfTheWishedLevelIsTakenAndMayBeLeftOut() {
        var request = Companies.application();
        var visitor = visitor();
        var typed = form(visitor, request);
        typed.put("wishedTier", "SOLUTION_PROVIDER");
        typed.put("evidence.solutions[0].name", "Учёт тепла");
        typed.put("evidence.salesSpecialist.name", "Другого уровня");
        var wrong = visitor.post("/register", typed);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(errorAt(wrong.body(), "evidence-solutions-0-industry")).isEqualTo(text("error.required"));
        assertThat(errorAt(wrong.body(), "evidence-salesPlan-q1")).isEmpty();
        assertThat(errorAt(wrong.body(), "evidence-salesSpecialist-email")).isEmpty();
        assertThat(valueOf(wrong.body(), "evidence.solutions[0].name")).isEqualTo("Учёт тепла");
        assertThat(valueOf(wrong.body(), "evidence.salesSpecialist.name")).isEqualTo("Другого уровня");

        typed.put("add", "solutions");
        var longer = visitor.post("/register", typed);
        assertThat(longer.statusCode()).isEqualTo(200);
        assertThat(longer.body()).contains("name=\"evidence.solutions[1].name\"");
        typed.remove("add");

        typed.put("evidence.solutions[0].industry", "ЖКХ");
        typed.put("evidence.solutions[0].customer", "ТОО «Теплосеть»");
        typed.put("evidence.solutions[0].description", "Диспетчеризация");
        var sent = visitor.post("/register", typed);
        assertThat(sent.statusCode()).isEqualTo(303);
        var number = jdbc.sql("select case_number from program_case where title = ?")
                .param(request.company().name())
                .query(String.class)
                .single();
        var evidence = process.byCaseNumber(number).orElseThrow().details().evidence();
        assertThat(evidence.solutions()).hasSize(1);
        assertThat(evidence.salesPlan()).isNull();
        assertThat(evidence.salesSpecialist()).isNull();
    }

    @Test
    void anEmptyFormIsAnsweredWithTheFormNotWithAFailure() {
        var visitor = visitor();
        var answer = visitor.submit("/register", "/register", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer.body(), "company-name")).isEqualTo(text("error.required"));
    }

    @Test
    void theWishedLevelOfTheLinkIsTickedAndAnythingElseIgnored() {
        assertThat(visitor().get("/register?tier=SOLUTION_PROVIDER").body())
                .containsPattern("value=\"SOLUTION_PROVIDER\"[^>]*checked");
        var page = visitor().get("/register?tier=%3Cscript%3E");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>\"").doesNotContainPattern("name=\"wishedTier\"[^>]*checked");
    }

    @Test
    void aTrackerIsKeptByNobodyAndFoundByNoSearchEngine() {
        var tracker = visitor().get(pathOf(submit(Companies.application())));
        assertThat(tracker.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(tracker.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(tracker.body()).contains("<meta name=\"robots\" content=\"noindex\">");
        assertThat(visitor().get("/register").body()).doesNotContain("noindex");
    }

    @Test
    void withoutAValidTokenThereIsNoTracker() {
        var submitted = submit(Companies.application());
        for (var token : new String[] {
            submitted.caseNumber(), "x", UUID.randomUUID().toString(), submitted.token() + "A", "%D1%8F"
        }) {
            for (var page : new String[] {"", "/status", "/correction", "/language", "/withdrawal"}) {
                var answer = visitor().get("/cases/" + token + page);
                assertThat(answer.statusCode()).describedAs(token + page).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(submitted.caseNumber());
            }
            var visitor = visitor();
            assertThat(visitor.submit("/register", "/cases/" + token + "/withdrawal", Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(stageOf(submitted)).isEqualTo("REVIEW");
    }

    @Test
    void oneTokenShowsNothingOfAnotherCase() {
        var ours = Companies.application();
        var theirs = Companies.application();
        var our = submit(ours);
        var their = submit(theirs);
        var page = visitor().get(pathOf(our)).body();
        assertThat(page).contains(our.caseNumber(), ours.company().name());
        assertThat(page)
                .doesNotContain(
                        their.caseNumber(),
                        theirs.company().name(),
                        theirs.company().bin(),
                        theirs.contact().email(),
                        their.token());
    }

    @Test
    void aTrackerTellsTheStageWhoseTurnUntilWhenAndTheHistoryWithoutNames() {
        var submitted = submit(Companies.application());
        desk().sendBack(submitted.caseNumber(), "Укажите <b>офис</b>", "company.address");
        var page = visitor().get(pathOf(submitted)).body();
        assertThat(HtmlUtils.htmlUnescape(page))
                .contains(
                        text("case.REGISTRATION.stage.CORRECTION"),
                        text("case.turn.you"),
                        text("case.REGISTRATION.stage.CORRECTION.next"),
                        text("case.event.APPLIED"),
                        text("case.event.RETURNED"));
        assertThat(page)
                .contains("Укажите &lt;b&gt;офис&lt;/b&gt;")
                .doesNotContain("Member of account-managers", "the-account-managers");
    }

    @Test
    void theStatusIsSentAgainOnlyWhenThereIsNews() {
        var submitted = submit(Companies.application());
        var visitor = visitor();
        var page = visitor.get(pathOf(submitted)).body();
        var version = first(page, "/status\\?v=([A-Z0-9.]+)\"");
        assertThat(visitor.get(pathOf(submitted) + "/status?v=" + version).statusCode())
                .isEqualTo(204);
        desk().sendBack(submitted.caseNumber(), "Нет адреса", "company.address");
        var news = visitor.get(pathOf(submitted) + "/status?v=" + version);
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(HtmlUtils.htmlUnescape(news.body())).contains(text("case.REGISTRATION.stage.CORRECTION"));
        assertThat(news.body()).doesNotContain("<html");
    }

    @Test
    void onlyWhatWasReturnedIsTakenFromACorrectionWhateverElseIsSent() {
        var submitted = submit(Companies.application());
        var before = detailsOf(submitted);
        desk().sendBack(submitted.caseNumber(), "Уточните адрес", "company.address");
        var other = Companies.application();
        var everything = new HashMap<>(fieldsOf(other));
        everything.put("company.city", "Актобе");
        everything.put("company.address", "ул. Новая, 8");
        everything.put("wishedTier", "SOLUTION_PROVIDER");
        everything.put("language", "en");
        everything.put("caseNumber", "REG-2026-000001");
        everything.put("status", "REGISTERED");
        var answer = correct(submitted, everything);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(answer)).endsWith(pathOf(submitted) + "?corrected");

        var after = detailsOf(submitted);
        assertThat(after.company().city()).isEqualTo("Актобе");
        assertThat(after.company().address()).isEqualTo("ул. Новая, 8");
        assertThat(after.company().identity()).isEqualTo(before.company().identity());
        assertThat(after.company().name()).isEqualTo(before.company().name());
        assertThat(after.company().phone()).isEqualTo(before.company().phone());
        assertThat(after.contact()).isEqualTo(before.contact());
        assertThat(after.wishedTier()).isEqualTo(before.wishedTier());
        assertThat(after.language()).isEqualTo(before.language());
        assertThat(stageOf(submitted)).isEqualTo("REVIEW");
    }

    @Test
    void aCorrectionShowsTheReturnedFieldsOnlyAndKeepsWhatWasTypedWhenItIsNotRight() {
        var submitted = submit(Companies.application());
        desk().sendBack(submitted.caseNumber(), "Проверьте", "contact", "company.name");
        var page = visitor().get(pathOf(submitted)).body();
        assertThat(page).contains("name=\"contact.email\"", "name=\"company.name\"");
        assertThat(page).doesNotContain("name=\"company.bin\"", "name=\"company.address\"", "name=\"consent\"");
        var answer = correct(
                submitted,
                Map.of(
                        "company.name",
                        MARKUP + " Завод",
                        "contact.name",
                        "Анна",
                        "contact.position",
                        "",
                        "contact.email",
                        "anna",
                        "contact.phone",
                        "+7 701 111 22 33"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer.body(), "contact-email")).isEqualTo(text("error.email"));
        assertThat(errorAt(answer.body(), "contact-position")).isEqualTo(text("error.required"));
        assertThat(valueOf(answer.body(), "contact.email")).isEqualTo("anna");
        assertThat(valueOf(answer.body(), "contact.name")).isEqualTo("Анна");
        assertThat(valueOf(answer.body(), "company.name")).isEqualTo(MARKUP + " Завод");
        assertThat(answer.body()).doesNotContain("<script>alert");
        assertThat(stageOf(submitted)).isEqualTo("CORRECTION");
    }

    @Test
    void aCorrectionMayNotTakeTheNumberOfAKnownCompany() {
        var other = Companies.application();
        submit(other);
        var submitted = submit(Companies.application());
        desk().sendBack(submitted.caseNumber(), "БИН не тот", "company.identity");
        var answer = correct(
                submitted,
                Map.of("company.country", "KZ", "company.bin", other.company().bin()));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(errorAt(answer.body(), "company-bin")).isEqualTo(text("registration.refused.ALREADY_KNOWN"));
        assertThat(valueOf(answer.body(), "company.bin"))
                .isEqualTo(other.company().bin());
        assertThat(stageOf(submitted)).isEqualTo("CORRECTION");
    }

    @Test
    void ofManyWhoCorrectToTheSameNumberAtOnceOneGetsIt() {
        var bin = Companies.newBin();
        var returned = IntStream.range(0, 4)
                .mapToObj(i -> submit(Companies.application()))
                .toList();
        returned.forEach(one -> desk().sendBack(one.caseNumber(), "БИН не тот", "company.identity"));
        var answers = AtOnce.run(
                returned.size(), i -> correct(returned.get(i), Map.of("company.country", "KZ", "company.bin", bin)));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(303, 409)
                .containsOnlyOnce(303);
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(refused -> assertThat(errorAt(refused.body(), "company-bin"))
                        .isEqualTo(text("registration.refused.ALREADY_KNOWN")));
        assertThat(returned.stream().map(this::stageOf).filter("CORRECTION"::equals))
                .hasSize(returned.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "REVIEW", "EXPIRED"})
    void aCorrectionThatComesTooLateReadsThatTheCaseHasMovedOn(String stage) {
        var submitted = submit(Companies.application());
        desk().sendBack(submitted.caseNumber(), "Уточните адрес", "company.address");
        var address = Map.of("company.city", "Актобе", "company.address", "ул. Новая, 8");
        var visitor = visitor();
        var csrf = Visitor.csrfOf(visitor.get(pathOf(submitted)).body());
        moveOn(submitted, stage, address);
        assertThat(stageOf(submitted)).isEqualTo(stage);
        var details = detailsOf(submitted);

        var late = new HashMap<>(address);
        late.put("company.address", "слишком поздно");
        late.put("_csrf", csrf);
        var answer = visitor.post(pathOf(submitted) + "/correction", late);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(HtmlUtils.htmlUnescape(answer.body()))
                .contains(text("registration.refused.CASE_MOVED_ON"), text("case.REGISTRATION.stage." + stage));
        assertThat(detailsOf(submitted)).isEqualTo(details);
    }

    private void moveOn(Submitted submitted, String stage, Map<String, String> address) {
        switch (stage) {
            case "WITHDRAWN" -> process.withdraw(submitted.caseNumber());
            case "REVIEW" ->
                assertThat(correct(submitted, address).statusCode()).isEqualTo(303);
            default -> {
                for (int days : new int[] {8, 14, 9}) {
                    TestClock.forward(Duration.ofDays(days));
                    jobs.runDue(submitted.caseNumber());
                }
            }
        }
    }

    @Test
    void anApplicationIsWithdrawnOnceAndNothingElseIsOfferedThen() {
        var submitted = submit(Companies.application());
        var visitor = visitor();
        var page = visitor.get(pathOf(submitted)).body();
        assertThat(page).contains(pathOf(submitted) + "/withdrawal");
        var csrf = Map.of("_csrf", Visitor.csrfOf(page));
        var withdrawn = visitor.post(pathOf(submitted) + "/withdrawal", csrf);
        assertThat(withdrawn.statusCode()).isEqualTo(303);
        assertThat(stageOf(submitted)).isEqualTo("WITHDRAWN");
        var after = visitor.get(Visitor.location(withdrawn)).body();
        assertThat(HtmlUtils.htmlUnescape(after))
                .contains(text("tracker.withdrawn"), text("case.REGISTRATION.stage.WITHDRAWN"));
        assertThat(after).doesNotContain("/withdrawal", "/correction");
        var again = visitor.post(pathOf(submitted) + "/withdrawal", csrf);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(HtmlUtils.htmlUnescape(again.body())).contains(text("registration.refused.CASE_MOVED_ON"));
    }

    @Test
    void withdrawnManyTimesAtOnceItHappensOnce() {
        var submitted = submit(Companies.application());
        var visitor = visitor();
        var csrf = Map.of("_csrf", Visitor.csrfOf(visitor.get(pathOf(submitted)).body()));
        var answers = AtOnce.run(4, i -> visitor.post(pathOf(submitted) + "/withdrawal", csrf));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(303, 409)
                .containsOnlyOnce(303);
        assertThat(cases.history(submitted.caseNumber()).stream()
                        .filter(event -> event.type().equals("WITHDRAWN")))
                .hasSize(1);
    }

    @Test
    void correctedAndWithdrawnAtOnceTheCaseHoldsTogether() {
        for (int round = 0; round < 3; round++) {
            var submitted = submit(Companies.application());
            desk().sendBack(submitted.caseNumber(), "Уточните адрес", "company.address");
            var visitor = visitor();
            var fields = new HashMap<>(Map.of("company.city", "Актобе", "company.address", "ул. Новая, 8"));
            fields.put("_csrf", Visitor.csrfOf(visitor.get(pathOf(submitted)).body()));
            var forms = List.of("/correction", "/withdrawal", "/correction", "/withdrawal");
            var answers = AtOnce.run(forms.size(), i -> visitor.post(pathOf(submitted) + forms.get(i), fields));
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303, 409);
            var events = cases.history(submitted.caseNumber()).stream()
                    .map(event -> event.type())
                    .toList();
            assertThat(events.stream().filter("WITHDRAWN"::equals)).hasSizeLessThanOrEqualTo(1);
            assertThat(events.stream().filter("CORRECTED"::equals)).hasSizeLessThanOrEqualTo(1);
            assertThat(stageOf(submitted)).isEqualTo(events.contains("WITHDRAWN") ? "WITHDRAWN" : "REVIEW");
        }
    }

    /** The applicant on the tracker, the reviewer in Tasklist; {@code outcome} is where the reviewer's answer leads. */
    @ParameterizedTest
    @CsvSource({"REJECT, REJECTED", "APPROVE, REGISTERED"})
    void withdrawnAndDecidedAtOnceOneOfBothHappensAndTheOtherReadsIt(String decision, String outcome) {
        var reviewer = member(ACCOUNT_MANAGERS);
        reviewer.get("/camunda/app/tasklist/default/");
        for (int round = 0; round < 6; round++) {
            var submitted = submit(Companies.application());
            var applicant = visitor();
            var csrf = Map.of(
                    "_csrf", Visitor.csrfOf(applicant.get(pathOf(submitted)).body()));
            var task = reviewTaskOf(submitted);
            var answers = AtOnce.run(
                    2,
                    i -> i == 0
                            ? applicant.post(pathOf(submitted) + "/withdrawal", csrf)
                            : reviewer.postJson(
                                    "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                                    reviewOf(decision)));
            var statuses = List.of(answers.get(0).statusCode(), answers.get(1).statusCode());
            assertThat(statuses).isIn(List.of(303, 409), List.of(409, 204));

            jobs.runDue(submitted.caseNumber());
            boolean withdrawn = statuses.contains(303);
            var told = withdrawn ? text("webapp.done") : text("registration.refused.CASE_MOVED_ON");
            assertThat(HtmlUtils.htmlUnescape(answers.get(withdrawn ? 1 : 0).body()))
                    .contains(told);
            assertThat(stageOf(submitted)).isEqualTo(withdrawn ? "WITHDRAWN" : outcome);
            assertThat(cases.history(submitted.caseNumber()).stream()
                            .map(event -> event.type())
                            .filter(DECIDING::contains))
                    .hasSize(1)
                    .allMatch(event -> event.equals("WITHDRAWN") == withdrawn);
            assertThat(process.byCaseNumber(submitted.caseNumber())
                            .orElseThrow()
                            .stage())
                    .hasToString(withdrawn ? "WITHDRAWN" : outcome);
            assertThat(instancesOf(submitted)).isZero();
        }
    }

    private static String reviewOf(String decision) {
        return "{\"variables\":{\"decision\":{\"value\":\"%s\"},\"comment\":{\"value\":\"Почему\"}}}"
                .formatted(decision);
    }

    private String reviewTaskOf(Submitted submitted) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(submitted.caseNumber())
                .singleResult()
                .getId();
    }

    private long instancesOf(Submitted submitted) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(submitted.caseNumber())
                .count();
    }

    @Test
    void withoutCsrfTokenNothingIsCorrectedOrWithdrawn() {
        var submitted = submit(Companies.application());
        assertThat(visitor().post(pathOf(submitted) + "/withdrawal", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(visitor().post(pathOf(submitted) + "/correction", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(stageOf(submitted)).isEqualTo("REVIEW");
    }

    @Test
    void aFormsAddressOpenedByHandLeadsToTheTracker() {
        var submitted = submit(Companies.application());
        for (var form : new String[] {"/correction", "/language", "/withdrawal"}) {
            var answer = visitor().get(pathOf(submitted) + form);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(Visitor.location(answer)).endsWith(pathOf(submitted));
        }
        assertThat(stageOf(submitted)).isEqualTo("REVIEW");
    }

    private Submitted submit(RegistrationRequest request) {
        return process.submit(request, UUID.randomUUID().toString());
    }

    private HttpResponse<String> send(RegistrationRequest request) {
        var visitor = visitor();
        return visitor.post("/register", form(visitor, request));
    }

    private HttpResponse<String> correct(Submitted submitted, Map<String, String> fields) {
        return visitor().submit(pathOf(submitted), pathOf(submitted) + "/correction", fields);
    }

    private ReviewDesk desk() {
        return new ReviewDesk(engine, people);
    }

    /** The form as opened by the visitor, filled in. */
    private static Map<String, String> form(Visitor visitor, RegistrationRequest request) {
        var page = visitor.get("/register").body();
        var fields = fieldsOf(request);
        fields.put("submissionKey", valueOf(page, "submissionKey"));
        fields.put("_csrf", Visitor.csrfOf(page));
        return fields;
    }

    private static Map<String, String> fieldsOf(RegistrationRequest request) {
        var company = request.company();
        var contact = request.contact();
        var fields = new LinkedHashMap<String, String>();
        fields.put("wishedTier", request.wishedTier());
        fields.put("company.name", company.name());
        fields.put("company.country", company.country());
        fields.put("company.bin", company.bin());
        fields.put("company.taxNumber", company.taxNumber());
        fields.put("company.city", company.city());
        fields.put("company.address", company.address());
        fields.put("company.phone", company.phone());
        fields.put("company.website", company.website());
        fields.put("contact.name", contact.name());
        fields.put("contact.position", contact.position());
        fields.put("contact.email", contact.email());
        fields.put("contact.phone", contact.phone());
        fields.put("language", request.language());
        fields.put("consent", "true");
        return fields;
    }

    private static String pathOf(Submitted submitted) {
        return "/cases/" + submitted.token();
    }

    private ApplicationDetails detailsOf(Submitted submitted) {
        return process.byCaseNumber(submitted.caseNumber()).orElseThrow().details();
    }

    private String stageOf(Submitted submitted) {
        return cases.byNumber(submitted.caseNumber()).orElseThrow().stage();
    }

    private static String errorAt(String page, String id) {
        return first(page, "(?s)id=\"" + id + "-error\">.*?</span>\\s*<span>([^<]*)</span>");
    }

    private static String valueOf(String page, String field) {
        return first(page, "<input[^>]*name=\"" + Pattern.quote(field) + "\"[^>]*value=\"([^\"]*)\"");
    }

    private static String first(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        return match.find() ? HtmlUtils.htmlUnescape(match.group(1)) : "";
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("name=\"(submissionKey|_csrf)\" value=\"[^\"]*\"", "");
    }

    private String text(String key) {
        return text(key, "ru");
    }

    private String text(String key, String language) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }

    private long casesOf(RegistrationRequest request) {
        return jdbc.sql("select count(*) from program_case where identity = ?")
                .param("KZ:" + request.company().bin())
                .query(Long.class)
                .single();
    }

    private long allCases() {
        return jdbc.sql("select count(*) from program_case").query(Long.class).single();
    }
}
