package kz.intelligentplatforms.partners.tierupgrade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles.Holder;
import kz.intelligentplatforms.partners.tierupgrade.LevelProgress;
import kz.intelligentplatforms.partners.tierupgrade.Samples;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** The partner's pages of levels, as a browser without scripts sees them. */
class LevelPagesIT extends IntegrationTest {

    private static final String MARKUP = "\"><script>alert('1')</script>";

    @Autowired
    private TierUpgradeProcess process;

    @Autowired
    private RequirementRecords records;

    @Autowired
    private LevelProgress progress;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private Cases cases;

    @Autowired
    private MessageSource messages;

    @Test
    void aSolutionProviderSeesTheWayToEveryOtherLevelAndWhatWouldEnd() {
        var partner = members.achieving(TargetStatus.SOLUTION_PROVIDER);
        var page = visitor()
                .signIn(partner.email(), People.PASSWORD)
                .get("/portal/level")
                .body();
        assertThat(page)
                .contains("id=\"way-CORPORATE_RESELLER\"", "/portal/level/CORPORATE_RESELLER?")
                .contains("демонстрационное оборудование", "Что закончится");
        assertThat(page).doesNotContain("/portal/level/SOLUTION_PROVIDER?");
    }

    @Test
    void theLevelPageTellsWhatIsMetAndWhatIsMissing() {
        var partner = members.achieving();
        confirm(partner, Requirement.JOINT_SALES_PLAN, Samples.today().plusMonths(3));
        confirm(partner, Requirement.SALES_SPECIALIST, Samples.today().minusDays(1));
        var page = text(signedIn(partner).get("/portal/level"));
        assertThat(page)
                .contains(
                        message("level.count", 2, 3),
                        message("level.part.EXPIRED"),
                        message("tier.refused.SERVICE_NOT_ALLOWED"));
        var way = progress.of(partner.id(), TargetStatus.PROFESSIONAL_RESELLER);
        assertThat(way.missing()).containsExactly(Requirement.SALES_SPECIALIST);
        assertThat(page).contains("/portal/level/PROFESSIONAL_RESELLER?partner=" + partner.id());
    }

    @Test
    void theFormAsksOnlyForWhatIsMissing() {
        var partner = members.achieving();
        confirm(partner, Requirement.SALES_SPECIALIST, null);
        var page = signedIn(partner).get("/portal/level/PROFESSIONAL_RESELLER").body();
        assertThat(page).contains("name=\"evidence.salesPlan.q1\"").doesNotContain("evidence.salesSpecialist");
        assertThat(page).doesNotContain("evidence.solutions");
    }

    @Test
    void aCompleteFormOpensACase() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var answer = visitor.post(form(partner, TargetStatus.CORPORATE_RESELLER), complete(visitor, partner));
        assertThat(answer.statusCode()).isEqualTo(303);
        var number = caseOf(answer);
        var page = visitor.get(Visitor.location(answer));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains(number, message("level.case.sent"), message("level.check.OPEN"));
        var evidence = process.evidenceOf(number);
        assertThat(evidence.technicalStaff()).hasSize(2);
        assertThat(evidence.technicalStaff().get(0).certificates()).hasSize(2);
        assertThat(evidence.solutions()).isEmpty();
        assertThat(visitor.get("/portal/cases/" + number).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/portal/level/cases/" + number));
        assertThat(text(visitor.get("/portal/level"))).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "evidence.salesPlan.year; ''; error.plan-year",
                "evidence.salesPlan.year; 1999; error.plan-year",
                "evidence.salesPlan.q1; ''; error.required",
                "evidence.salesPlan.q2; -5; error.amount",
                "evidence.salesPlan.q3; 99999999999999; error.amount",
                "evidence.salesPlan.q4; 1.5; error.amount",
                "evidence.salesPlan.marketing; ''; error.required",
                "evidence.salesSpecialist.name; ''; error.required",
                "evidence.salesSpecialist.email; nobody; error.email",
                "evidence.salesSpecialist.phone; 12; error.phone",
                "evidence.technicalStaff[0].name; ''; error.required",
                "evidence.technicalStaff[0].certificates[1].issued; 31.02.2020; error.day",
                "evidence.technicalStaff[1].certificates[0].issued; 31.12.2070; error.day-to-come",
                "evidence.technicalStaff[1].certificates[0].validUntil; 01.01.2020; error.day-gone",
                "evidence.solutions[1].customer; ''; error.required"
            })
    void aFlawIsToldBesideItsFieldAndNothingTypedIsLost(String field, String value, String error) {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var typed = complete(visitor, partner);
        typed.put(field, value);
        var target = field.contains("solutions") ? TargetStatus.SOLUTION_PROVIDER : TargetStatus.CORPORATE_RESELLER;
        var answer = visitor.post(form(partner, target), typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = answer.body();
        var id = field.replaceAll("[.\\[]", "-").replace("]", "");
        assertThat(errorAt(page, id)).isEqualTo(message(error));
        assertThat(page).contains("href=\"#" + id + "\"");
        assertThat(valueOf(page, field.contains(".q1") ? "evidence.salesPlan.q2" : "evidence.salesPlan.q1"))
                .isEqualTo("1 500 000");
        assertThat(valueOf(page, "submissionKey")).isEqualTo(typed.get("submissionKey"));
        assertThat(process.openOf(partner.id())).isEmpty();
    }

    @Test
    void anEmptyFormALongOneAndMarkupAreAnsweredWithTheForm() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var address = form(partner, TargetStatus.SOLUTION_PROVIDER);
        var empty = visitor.submit(address, address, Map.of());
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(errorAt(empty.body(), "evidence-solutions-0-name")).isEqualTo(message("error.required"));
        var typed = complete(visitor, partner);
        typed.put("evidence.solutions[0].name", "x".repeat(201));
        typed.put("evidence.solutions[0].industry", "Цех " + MARKUP);
        typed.put("evidence.solutions[0].description", "</textarea>" + MARKUP);
        var answer = visitor.post(address, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer.body(), "evidence-solutions-0-name")).contains("200");
        assertThat(valueOf(answer.body(), "evidence.solutions[0].industry")).isEqualTo("Цех " + MARKUP);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void aDraftIsKeptWithItsFilesAndSentOnce() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var address = form(partner, TargetStatus.SOLUTION_PROVIDER);
        var typed = complete(visitor, partner);
        typed.put("evidence.salesPlan.q1", "not yet");
        typed.put("save", "draft");
        var saved = visitor.post(address, typed);
        assertThat(saved.statusCode()).isEqualTo(303);
        typed.put("evidence.salesPlan.q2", "777");
        visitor.post(address, typed);
        var page = visitor.get(address).body();
        assertThat(valueOf(page, "evidence.salesPlan.q1")).isEqualTo("not yet");
        assertThat(valueOf(page, "evidence.salesPlan.q2")).isEqualTo("777");
        assertThat(text(visitor.get("/portal/level"))).contains(message("level.continue"));

        assertThat(upload(visitor, partner, "plan.pdf", SampleFiles.pdf("draft"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get(address).body()).contains("plan.pdf");

        typed.remove("save");
        typed.put("evidence.salesPlan.q1", "1 000 000");
        var answers = AtOnce.run(3, i -> visitor.post(address, typed));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(answers.stream().map(Visitor::location).distinct()).hasSize(1);
        var number = caseOf(answers.get(0));
        assertThat(process.openOf(partner.id())).hasSize(1);
        assertThat(filesOf(partner, number)).hasSize(1);
        assertThat(visitor.get("/portal/level/cases/" + number).body()).contains("plan.pdf");
        assertThat(text(visitor.get("/portal/level"))).doesNotContain(message("level.continue"));
    }

    @Test
    void aRowMoreAndAnotherLanguageKeepWhatIsTyped() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var address = form(partner, TargetStatus.SOLUTION_PROVIDER);
        var typed = complete(visitor, partner);
        typed.put("add", "solutions");
        var longer = visitor.post(address, typed);
        assertThat(longer.statusCode()).isEqualTo(200);
        assertThat(longer.body()).contains("name=\"evidence.solutions[2].name\"");
        assertThat(valueOf(longer.body(), "evidence.solutions[1].name"))
                .isEqualTo(typed.get("evidence.solutions[1].name"));
        typed.remove("add");
        var english = visitor.post(address.replace("?", "/language?") + "&lang=en", typed);
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains("lang=\"en\"");
        assertThat(valueOf(english.body(), "evidence.salesPlan.q1")).isEqualTo(typed.get("evidence.salesPlan.q1"));
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefusedBesideTheUpload() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var answer = upload(visitor, partner, "plan.pdf", "MZ nothing of ours".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(message("documents.refused.UNKNOWN_TYPE", 0));
        assertThat(upload(visitor, partner, "empty.pdf", new byte[0]).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatMayNotBeAppliedForIsToldInWords() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var service = visitor.get("/portal/level/SERVICE");
        assertThat(service.statusCode()).isEqualTo(200);
        assertThat(text(service)).contains(message("tier.refused.SERVICE_NOT_ALLOWED"));
        var typed = complete(visitor, partner);
        process.submit(
                partner.id(),
                TargetStatus.CORPORATE_RESELLER,
                Samples.complete(),
                UUID.randomUUID().toString(),
                partner.user());
        var second = visitor.post(form(partner, TargetStatus.SOLUTION_PROVIDER), typed);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(text(second)).contains(message("tier.refused.OTHER_LEVEL_OPEN"));
    }

    @Test
    void aReturnedPartIsCorrectedWithAFile() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var number = submitted(partner);
        desk().answer(
                        number,
                        "Task_VerifyJointSolutions",
                        Map.of("verdict", "RETURNED", "comment", "Назовите заказчика"));
        var address = "/portal/level/cases/" + number;
        var page = visitor.get(address);
        assertThat(text(page)).contains("Назовите заказчика", message("level.check.AWAITED"));
        assertThat(valueOf(page.body(), "evidence.solutions[0].name")).isEqualTo("Учёт тепла");

        var csrf = Visitor.csrfOf(page.body());
        var uploaded = post(visitor, address + "/parts/JOINT_SOLUTIONS/files", csrf, "photo.png", SampleFiles.png());
        assertThat(uploaded.statusCode()).isEqualTo(303);
        assertThat(visitor.get(address).body()).contains("photo.png");

        var typed = new LinkedHashMap<>(Map.of("_csrf", csrf));
        solution(typed, 0);
        typed.put("evidence.solutions[0].customer", "");
        var wrong = visitor.post(address + "/parts/JOINT_SOLUTIONS", typed);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(errorAt(wrong.body(), "evidence-solutions-0-customer")).isEqualTo(message("error.required"));
        typed.put("evidence.solutions[0].customer", "ТОО «Заказчик»");
        assertThat(visitor.post(address + "/parts/JOINT_SOLUTIONS", typed).statusCode())
                .isEqualTo(303);
        assertThat(process.evidenceOf(number).solutions().get(0).customer()).isEqualTo("ТОО «Заказчик»");

        var again = visitor.post(address + "/parts/JOINT_SOLUTIONS", typed);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(text(again)).contains(message("tier.refused.CASE_MOVED_ON"));
        assertThat(desk().openTasks(number)).contains("Task_VerifyJointSolutions");

        desk().answer(number, "Task_VerifyJointSolutions", Map.of("verdict", "CONFIRMED"));
        var late = post(visitor, address + "/parts/JOINT_SOLUTIONS/files", csrf, "late.png", SampleFiles.png());
        assertThat(late.statusCode()).isEqualTo(409);
        var document = filesOf(partner, number).get(0);
        visitor.post(
                address + "/parts/JOINT_SOLUTIONS/files/removal", Map.of("_csrf", csrf, "document", document.id()));
        assertThat(filesOf(partner, number)).containsExactly(document);
    }

    @Test
    void aClosedCaseShowsWhatWasSaidAndTakesNoFiles() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var number = submitted(partner);
        var address = "/portal/level/cases/" + number;
        assertThat(visitor.get(address).body()).contains("type=\"file\"");
        process.withdraw(number, partner.user());
        var page = visitor.get(address);
        assertThat(text(page)).contains("Учёт тепла", "ТОО «Теплосеть»", "Датчики, контроллеры");
        assertThat(page.body()).doesNotContain("type=\"file\"", "<textarea");
    }

    @Test
    void theRolesThatHoldACaseAreNamedAndLatenessIsToldToBothSides() {
        var partner = members.achieving();
        var number = submitted(partner);
        var address = "/portal/level/cases/" + number;
        var page = signedIn(partner).get(address);
        assertThat(text(page))
                .contains("Менеджер по работе с партнёрами, архитектор решений")
                .doesNotContain(message("case.late"));
        TestClock.forward(Duration.ofDays(30));
        assertThat(text(signedIn(partner).get(address))).contains(message("case.late"));
        assertThat(text(member(Group.MONITORS).get("/staff/cases/" + number)))
                .contains("Менеджер по работе с партнёрами, архитектор решений", message("case.late"));
    }

    @Test
    void aProposedPlanIsAcceptedOrCountered() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var number = submitted(partner);
        var address = "/portal/level/cases/" + number;
        assertThat(visitor.submit(address, address + "/parts/JOINT_SALES_PLAN/acceptance", Map.of())
                        .statusCode())
                .isEqualTo(409);
        propose(number, 2_000_000);
        var page = visitor.get(address);
        assertThat(text(page))
                .contains(message("level.plan.accept"), message("level.plan.proposed"), message("level.plan.own"));
        assertThat(text(page)).contains("2\u00A0000\u00A0000", "1\u00A0000\u00A0000");
        var typed = new LinkedHashMap<>(Map.of("_csrf", Visitor.csrfOf(page.body())));
        plan(typed);
        assertThat(visitor.post(address + "/parts/JOINT_SALES_PLAN", typed).statusCode())
                .isEqualTo(303);
        propose(number, 3_000_000);
        assertThat(visitor.submit(address, address + "/parts/JOINT_SALES_PLAN/acceptance", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(text(visitor.get(address))).contains(message("level.check.CONFIRMED"));
        assertThat(process.planVersions(number)).hasSize(4);
    }

    @Test
    void aCaseIsWithdrawnOnceAndTellsItsStateLive() {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var number = submitted(partner);
        var address = "/portal/level/cases/" + number;
        var status = Pattern.compile("hx-get=\"([^\"]+)\"")
                .matcher(visitor.get(address).body());
        assertThat(status.find()).isTrue();
        assertThat(visitor.get(status.group(1)).statusCode()).isEqualTo(204);
        assertThat(visitor.submit(address, address + "/withdrawal", Map.of()).statusCode())
                .isEqualTo(303);
        var news = visitor.get(status.group(1));
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(text(news))
                .contains(message("case.TIER_UPGRADE.stage.WITHDRAWN"))
                .doesNotContain("<html");
        assertThat(cases.byNumber(number).orElseThrow().stage()).isEqualTo("WITHDRAWN");
        assertThat(visitor.submit("/portal/level", address + "/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsNotOnesOwnDoesNotExist() {
        var theirs = members.achieving();
        var number = submitted(theirs);
        var visitor = signedIn(members.achieving());
        var address = "/portal/level/cases/" + number;
        var csrf = Visitor.csrfOf(visitor.get("/portal/level").body());
        for (var path : List.of(
                address,
                address + "/status",
                address + "/withdrawal",
                "/portal/cases/" + number,
                "/portal/level?partner=" + theirs.id(),
                "/portal/level/CORPORATE_RESELLER?partner=" + theirs.id(),
                "/portal/level/EMPEROR",
                "/portal/level/PRIMARY_RESELLER",
                "/portal/level/cases/TUP-1999-000001",
                "/portal/level/cases/REG-2026-000001")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : List.of(
                address + "/parts/JOINT_SOLUTIONS",
                address + "/parts/JOINT_SALES_PLAN/acceptance",
                address + "/withdrawal",
                address + "/form",
                form(theirs, TargetStatus.SOLUTION_PROVIDER))) {
            assertThat(visitor.post(path, Map.of("_csrf", csrf)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(post(visitor, address + "/parts/JOINT_SOLUTIONS/files", csrf, "a.png", SampleFiles.png())
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(visitor, files(theirs), csrf, "a.png", SampleFiles.png())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor().get(address).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void everyPageSpeaksTheChosenLanguage(String language) {
        var partner = members.achieving();
        var visitor = signedIn(partner);
        var number = submitted(partner);
        for (var path : List.of("/portal/level?", "/portal/level/SERVICE?", "/portal/level/cases/" + number + "?")) {
            var page = visitor.get(path + "lang=" + language);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??");
        }
    }

    private List<DocumentView> filesOf(Member partner, String number) {
        return files.of(Holder.ofCase(partner.id(), number)).getOrDefault(Requirement.JOINT_SOLUTIONS, List.of());
    }

    private Desk desk() {
        return new Desk(engine, people);
    }

    private Visitor signedIn(Member partner) {
        return visitor().signIn(partner.email(), People.PASSWORD);
    }

    private String submitted(Member partner) {
        return process.submit(
                partner.id(),
                TargetStatus.SOLUTION_PROVIDER,
                Samples.complete(),
                UUID.randomUUID().toString(),
                partner.user());
    }

    private void propose(String number, int quarter) {
        desk().answer(
                        number,
                        "Task_AgreeSalesPlan",
                        Map.of(
                                "verdict", "RETURNED",
                                "comment", "Давайте больше",
                                "proposedQ1", quarter,
                                "proposedQ2", quarter,
                                "proposedQ3", quarter,
                                "proposedQ4", quarter));
    }

    private void confirm(Member partner, Requirement requirement, @Nullable LocalDate until) {
        var number = submittedAndWithdrawn(partner);
        members.inTransaction(() -> records.add(
                partner.id(),
                new Checked(
                        requirement,
                        Verdict.CONFIRMED,
                        "evidence",
                        people.of(Group.ACCOUNT_MANAGERS),
                        Instant.now(),
                        until,
                        number)));
    }

    /** A case that records can name. */
    private String submittedAndWithdrawn(Member partner) {
        var number = submitted(partner);
        process.withdraw(number, partner.user());
        return number;
    }

    private static String form(Member partner, TargetStatus target) {
        return "/portal/level/" + target + "?partner=" + partner.id();
    }

    private static String files(Member partner) {
        return "/portal/level/SOLUTION_PROVIDER/files?partner=" + partner.id() + "&requirement=JOINT_SOLUTIONS";
    }

    private static HttpResponse<String> upload(Visitor visitor, Member partner, String name, byte[] content) {
        var page = visitor.get(form(partner, TargetStatus.SOLUTION_PROVIDER)).body();
        return post(visitor, files(partner), Visitor.csrfOf(page), name, content);
    }

    private static HttpResponse<String> post(Visitor visitor, String path, String csrf, String name, byte[] content) {
        return visitor.upload(path, path, Map.of("_csrf", csrf), "file", name, content);
    }

    private static Map<String, String> complete(Visitor visitor, Member partner) {
        var page = visitor.get(form(partner, TargetStatus.SOLUTION_PROVIDER)).body();
        var typed = new LinkedHashMap<String, String>();
        typed.put("_csrf", Visitor.csrfOf(page));
        typed.put("submissionKey", valueOf(page, "submissionKey"));
        typed.put("partner", String.valueOf(partner.id()));
        plan(typed);
        typed.put("evidence.salesSpecialist.name", "Айдана Касымова");
        typed.put("evidence.salesSpecialist.email", "sales@company.example");
        typed.put("evidence.salesSpecialist.phone", "+7 727 250 01 01");
        typed.put("evidence.salesSpecialist.employment", "В штате");
        for (int person = 0; person < 2; person++) {
            var row = "evidence.technicalStaff[" + person + "]";
            typed.put(row + ".name", "Инженер " + person);
            for (int i = 0; i < 2 - person; i++) {
                var certificate = Samples.certificate();
                typed.put(row + ".certificates[" + i + "].course", certificate.course());
                typed.put(row + ".certificates[" + i + "].number", certificate.number());
                typed.put(row + ".certificates[" + i + "].issued", certificate.issued());
                typed.put(row + ".certificates[" + i + "].validUntil", certificate.validUntil());
            }
        }
        solution(typed, 0);
        solution(typed, 1);
        return typed;
    }

    private static void plan(Map<String, String> typed) {
        typed.put("evidence.salesPlan.year", String.valueOf(Samples.today().getYear()));
        for (int quarter = 1; quarter <= 4; quarter++) {
            typed.put("evidence.salesPlan.q" + quarter, "1 500 000");
        }
        typed.put("evidence.salesPlan.productLines", "Датчики");
        typed.put("evidence.salesPlan.marketing", "Семинар");
    }

    private static void solution(Map<String, String> typed, int row) {
        typed.put("evidence.solutions[" + row + "].name", "Решение " + row);
        typed.put("evidence.solutions[" + row + "].industry", "ЖКХ");
        typed.put("evidence.solutions[" + row + "].description", "Диспетчеризация\nтеплопунктов");
        typed.put("evidence.solutions[" + row + "].customer", "ТОО «Теплосеть»");
    }

    private static String caseOf(HttpResponse<?> answer) {
        return Visitor.location(answer).replaceFirst(".*/cases/([A-Z0-9-]+).*", "$1");
    }

    private static String text(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag("ru"));
    }

    private static String valueOf(String page, String field) {
        var input = Pattern.compile("<input[^>]*name=\"" + Pattern.quote(field) + "\"[^>]*>")
                .matcher(page);
        assertThat(input.find()).as(field).isTrue();
        var value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }

    private static String errorAt(String page, String id) {
        var error = Pattern.compile(
                        "id=\"" + Pattern.quote(id) + "-error\">.*?</span> <span>(.*?)</span>", Pattern.DOTALL)
                .matcher(page);
        return error.find() ? HtmlUtils.htmlUnescape(error.group(1)) : "";
    }
}
