package kz.intelligentplatforms.partners.cofunding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.cofunding.CoFundingDrafts;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.staff.SqlCount;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner sees what it may ask for, and asks, as a browser without scripts does. */
class PortalRequestControllerIT extends PortalPages {

    private static final String NEW = OVERVIEW + "/new";

    @Autowired
    private CoFundingDrafts drafts;

    @Test
    void theOverviewTellsTheTermsOfTheLevelAndTheMoneyByItsState() {
        submitted(partner);
        approved(partner);
        var page = text(visitor.get(OVERVIEW));
        assertThat(page)
                .contains(message("cofunding.activity.EXHIBITION"), "5\u00A0000\u00A0000\u00A0₸")
                .contains(message("cofunding.own.year", String.valueOf(today().getYear())))
                .contains(message("case.CO_FUNDING.stage.REVIEW"), message("case.CO_FUNDING.stage.APPROVED"))
                .containsOnlyOnce(message("cofunding.own.state.reserved"));
        assertThat(text(visitor.get("/portal"))).contains("500\u00A0000\u00A0₸", OVERVIEW);
    }

    @Test
    void aLevelThatIsNotCoFundedIsToldSoAndItsFormIsClosed() {
        partner = members.achieving();
        visitor = signedIn(partner);
        var obstacle = message("cofunding.refused.LEVEL_NOT_ELIGIBLE");
        assertThat(text(visitor.get(OVERVIEW))).contains(obstacle).doesNotContain(NEW);
        var form = visitor.get(NEW);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(text(form)).contains(obstacle).doesNotContain("name=\"asked\"");
        var typed = fields(proposal());
        assertThat(visitor.submit("/portal", NEW, typed).statusCode()).isEqualTo(409);
        typed.put("save", "draft");
        assertThat(visitor.submit("/portal", NEW, typed).statusCode()).isEqualTo(409);
        assertThat(process.ofPartner(partner.id())).isEmpty();
        assertThat(drafts.ofPartner(partner.id())).isEmpty();
    }

    @Test
    void afterTheMembershipNothingNewIsAskedForAndWhatIsTypedIsShown() {
        var typed = complete(NEW);
        var number = approved(partner);
        TestClock.forward(Duration.ofDays(366));
        var answer = visitor.post(NEW, typed);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(text(answer)).contains(message("cofunding.refused.NOT_A_MEMBER"), "Показ приборов.");
        assertThat(visitor.get(page(number)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCompleteFormOpensACase() {
        var answer = visitor.post(NEW, complete(NEW));
        assertThat(answer.statusCode()).isEqualTo(303);
        var number = caseOf(answer);
        assertThat(text(visitor.get(Visitor.location(answer))))
                .contains(number, message("cofunding.own.done.sent"), message("case.CO_FUNDING.stage.REVIEW"));
        var request = process.byCaseNumber(number).orElseThrow();
        assertThat(request.lines()).hasSize(2);
        assertThat(request.asked()).isEqualByComparingTo("500000");
        assertThat(visitor.get("/portal/cases/" + number).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page(number)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "activity; ''; error.required",
                "activity; PARTY; error.choice",
                "title; ''; error.required",
                "description; ' '; error.required",
                "city; ''; error.required",
                "startsOn; 31.02.2030; error.day",
                "endsOn; ''; error.day",
                "audience; ''; error.required",
                "expectedLeads; many; Целое число",
                "expectedLeads; -1; Целое число",
                "costs[0].title; ''; error.required",
                "costs[1].cost; 0; error.money",
                "costs[1].cost; -400000; error.money",
                "costs[1].cost; 12,345; error.money",
                "asked; 0; error.money",
                "asked; -1; error.money",
                "asked; a lot; error.money",
                "asked; 100000000001; error.money",
                "asked; 1000001; Нельзя просить больше",
                "asked; 500000,01; не больше 50",
            })
    void aFlawIsToldBesideItsFieldAndNothingTypedIsLost(String field, String value, String error) {
        var typed = complete(NEW);
        typed.put(field, value);
        var answer = visitor.post(NEW, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer, field)).contains(error.startsWith("error.") ? message(error) : error);
        assertThat(answer.body())
                .contains("href=\"#" + field.replaceAll("[.\\[]", "-").replace("]", "") + "\"");
        assertThat(valueOf(answer.body(), "costs[0].cost")).isEqualTo("600 000");
        assertThat(valueOf(answer.body(), "submissionKey")).isEqualTo(typed.get("submissionKey"));
        assertThat(process.ofPartner(partner.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-3, -1, startsOn, cofunding.flaw.day-gone",
        "0, 1, startsOn, cofunding.flaw.day-gone",
        "40, 39, endsOn, cofunding.flaw.ends-before",
        "20, 22, startsOn, не позже чем за 21",
        "351, 352, startsOn, Ваше членство",
        "345, 352, endsOn, Ваше членство"
    })
    void daysThatDoNotFitAreToldSo(int first, int last, String field, String error) {
        var typed = complete(NEW);
        typed.put("startsOn", inDays(first));
        typed.put("endsOn", inDays(last));
        var answer = visitor.post(NEW, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errorAt(answer, field)).contains(error.startsWith("cofunding.") ? message(error) : error);
    }

    @Test
    void aSumAboveTheMaximumIsRefusedAndAnEmptyFormToo() {
        var typed = complete(NEW);
        typed.put("costs[0].cost", "9 000 000");
        typed.put("asked", "3 000 000,01");
        assertThat(errorAt(visitor.post(NEW, typed), "asked"))
                .isEqualTo(message("cofunding.flaw.over-maximum", "3\u00A0000\u00A0000\u00A0₸"));
        var empty = visitor.submit(NEW, NEW, Map.of());
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(errorAt(empty, "costs[0].title")).isEqualTo(message("error.required"));
    }

    @Test
    void markupIsShownAsItIsTyped() {
        var markup = "\"><script>alert('1')</script>";
        var typed = complete(NEW);
        typed.put("asked", "nothing");
        typed.put("title", markup);
        typed.put("description", "</textarea>" + markup);
        var answer = visitor.post(NEW, typed);
        assertThat(answer.body()).doesNotContain("<script>alert");
        assertThat(valueOf(answer.body(), "title")).isEqualTo(markup);
    }

    @Test
    void aRowMoreAndAnotherLanguageKeepWhatIsTyped() {
        var typed = complete(NEW);
        typed.put("add", "costs");
        var longer = visitor.post(NEW, typed);
        assertThat(longer.statusCode()).isEqualTo(200);
        assertThat(valueOf(longer.body(), "costs[1].title")).isEqualTo("Печать");
        assertThat(valueOf(longer.body(), "costs[2].title")).isEmpty();
        for (int line = 2; line < 8; line++) {
            typed.put("costs[" + line + "].title", "Line " + line);
        }
        assertThat(visitor.post(NEW, typed).body())
                .contains("costs[7].title")
                .doesNotContain("costs[8].title", "name=\"add\"");
        typed.remove("add");
        var english = visitor.post(NEW + "/language?lang=en", typed);
        assertThat(english.body()).contains("lang=\"en\"");
        assertThat(valueOf(english.body(), "asked")).isEqualTo("500 000");
        assertThat(valueOf(english.body(), "costs[7].title")).isEqualTo("Line 7");
    }

    @Test
    void moreLinesThanTheFormHasAreRefusedInWords() {
        var typed = complete(NEW);
        for (int line = 0; line < 9; line++) {
            typed.put("costs[" + line + "].title", "Line " + line);
            typed.put("costs[" + line + "].cost", "200 000");
        }
        var answer = visitor.post(NEW, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#costs\"");
    }

    @Test
    void aDraftIsKeptWithItsFilesAndSentOnce() {
        var typed = complete(NEW);
        typed.put("save", "draft");
        typed.put("asked", "not yet");
        var saved = visitor.post(NEW, typed);
        assertThat(saved.statusCode()).isEqualTo(303);
        var draft = Visitor.location(saved).replaceFirst(".*(/portal[^?]+).*", "$1");
        assertThat(valueOf(visitor.get(draft).body(), "asked")).isEqualTo("not yet");
        assertThat(text(visitor.get(OVERVIEW))).contains(draft, "Семинар «Учёт тепла»");
        assertThat(visitor.upload(draft, draft + "/files", Map.of(), "file", "plan.pdf", SampleFiles.pdf("plan"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get(draft).body()).contains("plan.pdf");

        typed.remove("save");
        typed.put("asked", "400 000");
        var answers = AtOnce.run(3, i -> visitor.post(draft, typed));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(answers.stream().map(Visitor::location).distinct()).hasSize(1);
        assertThat(process.ofPartner(partner.id())).hasSize(1);
        var number = caseOf(answers.get(0));
        assertThat(visitor.get(page(number)).body()).contains("plan.pdf");
        assertThat(drafts.ofPartner(partner.id())).isEmpty();
        // Whoever still has the form open is led to what became of it.
        assertThat(Visitor.location(visitor.get(draft))).contains(page(number));
        typed.put("save", "draft");
        var late = visitor.post(draft, typed);
        assertThat(late.statusCode()).as("nothing was saved").isEqualTo(409);
        assertThat(late.body()).contains(page(number));
        assertThat(drafts.ofPartner(partner.id())).isEmpty();
    }

    @Test
    void aFormWithoutADraftIsSentOnceToo() {
        var typed = complete(NEW);
        var answers = AtOnce.run(3, i -> visitor.post(NEW, typed));
        assertThat(answers.stream().map(Visitor::location).distinct()).hasSize(1);
        assertThat(process.ofPartner(partner.id())).hasSize(1);
        assertThat(Visitor.location(visitor.post(NEW, typed))).isEqualTo(Visitor.location(answers.get(0)));
    }

    @Test
    void aFileBeginsADraftWithWhatIsTyped() {
        var kept = Map.of("kept", "title=%D0%90&asked=5&costs%5B0%5D.cost=7", "partner", "" + partner.id());
        var answer = visitor.upload(NEW, NEW + "/files", kept, "file", "plan.pdf", SampleFiles.pdf("plan"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var draft = drafts.ofPartner(partner.id()).get(0);
        assertThat(draft.proposal().title()).isEqualTo("А");
        assertThat(draft.proposal().asked()).isEqualTo("5");
        var address = OVERVIEW + "/drafts/" + draft.id();
        var file = files.attachments(FileHolder.draft(partner.id(), draft.id())).get(0);
        visitor.submit(address, address + "/files/removal", Map.of("document", file.id(), "kept", "title=B&asked=6"));
        assertThat(files.attachments(FileHolder.draft(partner.id(), draft.id())))
                .isEmpty();
        assertThat(drafts.of(partner.id(), draft.id()).orElseThrow().proposal().title())
                .isEqualTo("B");

        var bad = "MZ nothing of ours".getBytes(StandardCharsets.UTF_8);
        var refused = visitor.upload(address, address + "/files", Map.of(), "file", "plan.pdf", bad);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains(message("documents.refused.UNKNOWN_TYPE", 0));
        assertThat(valueOf(refused.body(), "title")).isEqualTo("B");

        assertThat(Visitor.location(visitor.submit(address, address + "/removal", Map.of())))
                .contains("discarded");
        assertThat(drafts.ofPartner(partner.id())).isEmpty();
        assertThat(visitor.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void draftsAreLimitedInNumberAndLength() {
        var typed = complete(NEW);
        typed.put("save", "draft");
        var tooLong = new LinkedHashMap<>(typed);
        tooLong.put("description", "x".repeat(120_000));
        var refused = visitor.post(NEW, tooLong);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused)).contains(message("cofunding.refused.DRAFT_TOO_LONG"));
        for (int draft = 0; draft < 10; draft++) {
            assertThat(visitor.post(NEW, typed).statusCode()).isEqualTo(303);
        }
        var one = visitor.post(NEW, typed);
        assertThat(one.statusCode()).isEqualTo(409);
        assertThat(text(one)).contains(message("cofunding.refused.TOO_MANY_DRAFTS"));
        assertThat(valueOf(one.body(), "asked")).isEqualTo("500 000");
    }

    @Test
    void anotherPartnersDraftDoesNotExist() {
        var theirs = eligible();
        var id = drafts.begin(theirs.id(), proposal());
        var address = OVERVIEW + "/drafts/" + id;
        var csrf = Visitor.csrfOf(visitor.get("/portal").body());
        assertThat(visitor.get(address).statusCode()).isEqualTo(404);
        assertThat(visitor.get(OVERVIEW + "?partner=" + theirs.id()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(NEW + "?partner=" + theirs.id()).statusCode()).isEqualTo(404);
        for (var step : new String[] {"", "/language", "/removal"}) {
            var typed = fields(proposal());
            typed.put("_csrf", csrf);
            assertThat(visitor.post(address + step, typed).statusCode())
                    .as(step)
                    .isEqualTo(404);
        }
        var fields = Map.of("_csrf", csrf);
        assertThat(visitor.upload("/portal", address + "/files", fields, "file", "a.pdf", SampleFiles.pdf("a"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(drafts.of(theirs.id(), id)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void everyPageSpeaksTheChosenLanguage(String language) {
        submitted(partner);
        var draft = drafts.begin(partner.id(), proposal());
        for (var path : new String[] {OVERVIEW, NEW, OVERVIEW + "/drafts/" + draft, "/portal"}) {
            var page = visitor.get(path + "?lang=" + language);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??");
        }
        var typed = fields(proposal());
        typed.put("asked", "700 000");
        typed.put("startsOn", inDays(2));
        assertThat(visitor.submit(NEW, NEW, typed).body()).doesNotContain("??");
    }

    @Test
    void theOverviewAsksTheDatabaseNoMoreOftenWhenThereIsMoreToShow() {
        submitted(partner);
        var many = eligible();
        var other = signedIn(many);
        for (int i = 0; i < 5; i++) {
            submitted(many);
            drafts.begin(many.id(), proposal());
            process.submit(many.id(), proposal(), UUID.randomUUID().toString(), null, many.user());
        }
        visitor.get(OVERVIEW);
        other.get(OVERVIEW);
        var forOne = SqlCount.of(() -> visitor.get(OVERVIEW));
        assertThat(SqlCount.of(() -> other.get(OVERVIEW))).isEqualTo(forOne);
    }
}
