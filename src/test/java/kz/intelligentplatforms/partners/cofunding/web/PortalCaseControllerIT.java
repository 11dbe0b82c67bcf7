package kz.intelligentplatforms.partners.cofunding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.staff.SqlCount;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.PrintedText;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner sees of its request and does about it, from the review to the payment. */
class PortalCaseControllerIT extends PortalPages {

    @Autowired
    private Cases cases;

    @Test
    void aReturnedRequestIsCorrectedOnceWithItsFiles() {
        var number = returned(partner);
        var page = visitor.get(page(number));
        assertThat(text(page)).contains("Назовите программу", message("case.CO_FUNDING.stage.CORRECTION"));
        assertThat(valueOf(page.body(), "costs[1].cost")).isEqualTo("400000");
        assertThat(upload(number, "REQUEST", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.get(page(number)).body()).contains("REQUEST.pdf");

        var typed = fields(proposal());
        typed.put("asked", "500 001");
        var wrong = post(number, "correction", typed);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(errorAt(wrong, "asked")).contains("500\u00A0000");
        assertThat(valueOf(wrong.body(), "title")).isEqualTo(proposal().title());
        typed.put("add", "costs");
        assertThat(post(number, "correction", typed).body()).contains("costs[2].title");
        typed.remove("add");
        typed.put("asked", "300 000");
        assertThat(valueOf(post(number, "form?lang=en", typed).body(), "asked")).isEqualTo("300 000");
        visitor.get(page(number) + "?lang=ru");
        assertThat(post(number, "correction", typed).statusCode()).isEqualTo(303);
        assertThat(process.byCaseNumber(number).orElseThrow().asked()).isEqualByComparingTo("300000");

        var again = post(number, "correction", typed);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(text(again))
                .contains(message("cofunding.refused.CASE_MOVED_ON"), message("cofunding.own.unsent"))
                .contains("Показ приборов.");
        assertThat(upload(number, "REQUEST", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aRequestThatTheRulesRefuseTellsTheReasonsOnItsPage() {
        var late = proposal();
        var number = process.submit(
                partner.id(),
                new CoFundingRequestForm(
                        late.activity(),
                        late.title(),
                        late.description(),
                        late.city(),
                        inDays(5),
                        inDays(6),
                        late.audience(),
                        late.expectedLeads(),
                        late.costs(),
                        "900 000"),
                UUID.randomUUID().toString(),
                null,
                partner.user());
        assertThat(text(visitor.get(page(number))))
                .contains(message("case.CO_FUNDING.stage.INELIGIBLE"))
                .contains("не позже чем за 21", "не больше 50");
    }

    @Test
    void aRequestIsWithdrawnOnceAndTellsItsStateLive() {
        var number = submitted(partner);
        var status = Pattern.compile("hx-get=\"([^\"]+)\"")
                .matcher(visitor.get(page(number)).body());
        assertThat(status.find()).isTrue();
        assertThat(visitor.get(status.group(1)).statusCode()).isEqualTo(204);
        assertThat(visitor.get(page(number) + "/letter.pdf").statusCode()).isEqualTo(404);
        assertThat(post(number, "withdrawal", Map.of()).statusCode()).isEqualTo(303);
        var news = visitor.get(status.group(1));
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(text(news))
                .contains(message("case.CO_FUNDING.stage.WITHDRAWN"))
                .doesNotContain("<html");
        assertThat(visitor.submit("/portal", page(number) + "/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theLetterPrintsEveryLetterAndBreaksLongWords() throws IOException {
        var title = PrintedText.LETTERS + " " + PrintedText.LONG_WORD.substring(0, 130);
        var usual = proposal();
        var number = approved(
                partner,
                new CoFundingRequestForm(
                        usual.activity(),
                        title,
                        usual.description(),
                        usual.city(),
                        usual.startsOn(),
                        usual.endsOn(),
                        usual.audience(),
                        usual.expectedLeads(),
                        List.of(
                                new CoFundingRequestForm.Cost(PrintedText.LONG_WORD, "600 000"),
                                usual.costs().get(1)),
                        usual.asked()));
        var letter = visitor.download(page(number) + "/letter.pdf").body();
        assertThat(PrintedText.joined(letter))
                .contains(PrintedText.withoutBlanks(title), "1." + PrintedText.LONG_WORD, "500000₸");
    }

    @Test
    void theLetterComesWithTheApprovalAndSaysWhenItIsNoLongerValid() {
        var number = approved(partner);
        var letter = visitor.download(page(number) + "/letter.pdf");
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(new String(letter.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(member(Group.FINANCE)
                        .get("/staff/cases/" + number + "/co-funding-letter.pdf")
                        .statusCode())
                .isEqualTo(200);
        assertThat(signedIn(eligible()).get(page(number) + "/letter.pdf").statusCode())
                .isEqualTo(404);
        post(number, "surrender", Map.of("giveUpReason", "Зал закрыт"));
        var ended = visitor.download(page(number) + "/letter.pdf");
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.body()).hasSizeGreaterThan(letter.body().length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "40; 39; Нет зала; endsOn; cofunding.flaw.ends-before",
                "-1; 39; Нет зала; startsOn; cofunding.flaw.day-gone",
                "351; 352; Нет зала; startsOn; Ваше членство",
                "50; 51; ''; changeReason; error.required"
            })
    void newDaysThatDoNotFitAreToldSo(int first, int last, String reason, String field, String error) {
        var number = approved(partner);
        var answer = post(
                number, "change", Map.of("startsOn", inDays(first), "endsOn", inDays(last), "changeReason", reason));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer, field)).contains(error.contains(".") ? message(error) : error);
        assertThat(valueOf(answer.body(), "startsOn")).isEqualTo(inDays(first));
        assertThat(cases.byNumber(number).orElseThrow().stage()).isEqualTo("APPROVED");
    }

    @Test
    void newDaysAreReportedAndWhoComesTooLateKeepsTheWords() {
        var number = approved(partner);
        var typed = Map.of("startsOn", inDays(50), "endsOn", inDays(51), "changeReason", "Зал занят");
        assertThat(post(number, "change", typed).statusCode()).isEqualTo(303);
        var late = post(number, "change", typed);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(text(late)).contains("Зал занят", message("case.CO_FUNDING.stage.CHANGE"));
        answer(number, "Task_ReviewCoFundingChange", Map.of("decision", "REJECT", "comment", "Поздно"));
        assertThat(text(visitor.get(page(number)))).contains("class=\"said\">Поздно");
        assertThat(process.byCaseNumber(number).orElseThrow().startsOn()).isEqualTo(today().plusDays(30));
    }

    @Test
    void whatIsApprovedIsGivenUpWithAReasonAndNotWithdrawn() {
        var number = approved(partner);
        var reserved = budgets.holdingOf(partner.id(), today().getYear()).reserved();
        assertThat(reserved).isEqualByComparingTo("500000");
        assertThat(post(number, "withdrawal", Map.of()).statusCode()).isEqualTo(409);
        var silent = post(number, "surrender", Map.of("giveUpReason", " "));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(errorAt(silent, "giveUpReason")).isEqualTo(message("error.required"));
        assertThat(post(number, "surrender", Map.of("giveUpReason", "Зал закрыт"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(text(visitor.get(page(number)))).contains("Зал закрыт", message("case.CO_FUNDING.stage.WITHDRAWN"));
        assertThat(budgets.holdingOf(partner.id(), today().getYear()).reserved())
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "costs[0].spent; ''; error.required",
                "costs[0].spent; -1; error.money-or-zero",
                "costs[0].invoiceNumber; ''; cofunding.flaw.no-invoice",
                "costs[0].invoiceNumber; –; cofunding.flaw.no-invoice",
                "costs[0].invoicedOn; ''; error.day",
                "costs[0].invoicedOn; 31.12.2070; error.day-to-come",
                "costs[0].invoicedOn; 01.01.2020; cofunding.flaw.invoice-old",
                "claimed; ''; error.required",
                "claimed; 0; error.money",
                "claimed; -5; error.money",
                "claimed; 500000,01; Для вас зарезервировано",
                "claimed; 450001; Доля вендора",
                "report; ''; error.required"
            })
    void aFlawOfAClaimIsToldBesideItsField(String field, String value, String error) {
        var number = over(partner);
        var typed = claim();
        typed.put(field, value);
        var answer = post(number, "claim", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer, field)).contains(error.contains(".") ? message(error) : error);
        assertThat(valueOf(answer.body(), "costs[1].invoiceNumber")).isEqualTo(typed.get("costs[1].invoiceNumber"));
        // And the files that must come with it.
        assertThat(answer.body()).contains("href=\"#proof-PHOTOS\"");
        assertThat(process.byCaseNumber(number).orElseThrow().claimed()).isNull();
    }

    @Test
    void aClaimIsSentOnceWithItsProofs() {
        var number = over(partner);
        var kept = "costs%5B0%5D.spent=500+000&claimed=1&report=%D0%94%D0%B0";
        var uploaded = upload(number, "INVOICE", Map.of("kept", kept));
        assertThat(uploaded.statusCode()).isEqualTo(200);
        assertThat(valueOf(uploaded.body(), "costs[0].spent")).isEqualTo("500 000");
        assertThat(uploaded.body()).contains("INVOICE.pdf").contains(">Да</textarea>");
        for (var proof : List.of("PHOTOS", "PARTICIPANTS", "REPORT")) {
            assertThat(upload(number, proof, Map.of()).statusCode()).isEqualTo(303);
        }
        assertThat(upload(number, "PUBLICATION", Map.of()).statusCode()).isEqualTo(404);
        assertThat(upload(number, "ANYTHING", Map.of()).statusCode()).isEqualTo(404);
        assertThat(upload(number, "REQUEST", Map.of()).statusCode()).isEqualTo(409);
        var bad = visitor.upload(
                page(number),
                page(number) + "/files/PHOTOS",
                Map.of("kept", kept),
                "file",
                "a.pdf",
                SampleFiles.text("no"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(valueOf(bad.body(), "costs[0].spent")).isEqualTo("500 000");

        var csrf = Visitor.csrfOf(visitor.get(page(number)).body());
        var typed = claim();
        typed.put("_csrf", csrf);
        var answers = AtOnce.run(2, i -> visitor.post(page(number) + "/claim", typed));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
        var request = process.byCaseNumber(number).orElseThrow();
        assertThat(request.claimed()).isEqualByComparingTo("450000");
        assertThat(request.lines().get(1).invoiceNumber()).isEqualTo(typed.get("costs[1].invoiceNumber"));
        assertThat(text(visitor.get(page(number))))
                .contains("INVOICE.pdf", "Пришли 58", message("case.CO_FUNDING.stage.CLAIM"))
                .doesNotContain("/removal", "type=\"file\"");
        assertThat(upload(number, "PHOTOS", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aFileThatIsNoProofYetIsTakenAwayAgain() {
        var number = over(partner);
        upload(number, "PHOTOS", Map.of());
        var holder = FileHolder.ofCase(partner.id(), number);
        var file = files.proofs(holder).getOrDefault(Proof.PHOTOS, List.of()).get(0);
        post(number, "files/REPORT/removal", Map.of("document", file.id()));
        assertThat(files.proved(holder)).containsExactly(Proof.PHOTOS);
        assertThat(post(number, "files/PHOTOS/removal", Map.of("document", file.id()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(files.proved(holder)).isEmpty();
    }

    @Test
    void aPaidClaimTellsWhatWasAcceptedAndTheOrderThatPaidIt() {
        var number = claimed();
        answer(
                number,
                "Task_ReviewClaim",
                Map.of(
                        "decision", "APPROVE",
                        "verdict1", "ACCEPTED",
                        "verdict2", "DENIED",
                        "reason2", "Не наша реклама",
                        "proofs", Spin.JSON("[\"INVOICE\",\"PHOTOS\",\"PARTICIPANTS\",\"REPORT\"]")));
        jobs.runDue(number);
        assertThat(text(visitor.get(page(number)))).contains("Не наша реклама", "250\u00A0000\u00A0₸");
        answer(number, "Task_SettlePayment", Map.of("paymentReference", number, "paidOn", today().toString()));
        jobs.runDue(number);
        var page = text(visitor.get(page(number)));
        assertThat(page)
                .contains(message("case.CO_FUNDING.stage.PAID"))
                .contains("Платёжное поручение № " + number, "250\u00A0000\u00A0₸");
        assertThat(page.split("class=\"done\"", -1)).hasSize(8);
    }

    @Test
    void aRefusedClaimIsAppealedOnce() {
        var number = claimed();
        answer(number, "Task_ReviewClaim", Map.of("decision", "REJECT", "comment", "Фотографии не с семинара"));
        jobs.runDue(number);
        assertThat(text(visitor.get(page(number)))).contains("class=\"said\">Фотографии не с семинара");
        var silent = post(number, "appeal", Map.of("appeal", ""));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(errorAt(silent, "appeal")).isEqualTo(message("error.required"));
        assertThat(post(number, "appeal", Map.of("appeal", "Это наш зал")).statusCode())
                .isEqualTo(303);
        var again = post(number, "appeal", Map.of("appeal", "И ещё"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(text(again)).contains("Это наш зал", "И ещё");
    }

    @Test
    void whatIsNotOnesOwnDoesNotExist() {
        var number = returned(eligible());
        var csrf = Visitor.csrfOf(visitor.get("/portal").body());
        for (var path : List.of(
                "", "/status", "/withdrawal", "/claim", "/letter.pdf", "/files/REQUEST", "/surrender", "/appeal")) {
            assertThat(visitor.get(page(number) + path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : List.of(
                "/form",
                "/correction",
                "/withdrawal",
                "/change",
                "/surrender",
                "/claim",
                "/appeal",
                "/files/REQUEST/removal?document=1")) {
            assertThat(visitor.post(page(number) + path, Map.of("_csrf", csrf)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        var address = page(number) + "/files/REQUEST";
        assertThat(visitor.upload("/portal", address, Map.of("_csrf", csrf), "file", "a.pdf", SampleFiles.pdf("a"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(page("COF-1999-000001")).statusCode()).isEqualTo(404);
        assertThat(visitor().get(page(number)).statusCode()).isEqualTo(302);
        assertThat(cases.byNumber(number).orElseThrow().stage()).isEqualTo("CORRECTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void everyStageSpeaksTheChosenLanguage(String language) {
        var submitted = submitted(partner);
        var returned = returned(partner);
        var claimed = claimed();
        var approved = approved(partner);
        for (var number : List.of(submitted, returned, claimed, approved)) {
            var page = visitor.get(page(number) + "?lang=" + language);
            assertThat(page.statusCode()).as(number).isEqualTo(200);
            assertThat(page.body())
                    .as(number)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??");
        }
        assertThat(visitor.download(page(approved) + "/letter.pdf").statusCode())
                .isEqualTo(200);
        answer(claimed, "Task_ReviewClaim", Map.of("decision", "REJECT", "comment", "Нет"));
        assertThat(visitor.get(page(claimed)).body()).doesNotContain("??");
    }

    @Test
    void thePageAsksTheDatabaseNoMoreOftenWhenThereIsMoreToShow() {
        var few = submitted(partner);
        var many = returned(partner);
        for (int i = 0; i < 3; i++) {
            upload(many, "REQUEST", Map.of());
        }
        post(many, "correction", fields(proposal()));
        visitor.get(page(few));
        var forFew = SqlCount.of(() -> visitor.get(page(few)));
        assertThat(SqlCount.of(() -> visitor.get(page(many)))).isEqualTo(forFew);
    }

    private String claimed() {
        var number = over(partner);
        for (var proof : List.of("INVOICE", "PHOTOS", "PARTICIPANTS", "REPORT")) {
            upload(number, proof, Map.of());
        }
        assertThat(post(number, "claim", claim()).statusCode()).isEqualTo(303);
        return number;
    }

    /** 900 000 spent, so half of it can be claimed. */
    private Map<String, String> claim() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("costs[0].spent", "500 000");
        typed.put("costs[0].invoiceNumber", "A-" + UUID.randomUUID());
        typed.put("costs[0].invoicedOn", today().minusDays(1).toString());
        typed.put("costs[1].spent", "400 000,00");
        typed.put("costs[1].invoiceNumber", "B-" + UUID.randomUUID());
        typed.put("costs[1].invoicedOn", today().toString());
        typed.put("claimed", "450 000");
        typed.put("report", "Пришли 58 человек.");
        return typed;
    }
}
