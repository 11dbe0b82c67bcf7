package kz.intelligentplatforms.partners.cofunding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.testing.Desk;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** A partner that may ask, its requests in every stage, and how the tests read its pages. */
abstract class PortalPages extends IntegrationTest {

    static final String OVERVIEW = "/portal/co-funding";

    @Autowired
    CoFundingProcess process;

    @Autowired
    CoFundingFiles files;

    @Autowired
    Budgets budgets;

    @Autowired
    Clock clock;

    @Autowired
    private MessageSource messages;

    Member partner;
    Visitor visitor;

    /** In the middle of January: a membership that begins then covers every day that the tests ask for. */
    @BeforeEach
    void signInAPartnerThatMayAsk() {
        var day = LocalDate.now(clock);
        TestClock.forward(Duration.ofDays(LocalDate.of(day.getYear() + 1, 1, 15).toEpochDay() - day.toEpochDay()));
        partner = eligible();
        visitor = signedIn(partner);
        var plenty = new BigDecimal("50000000.00");
        // Other tests may have made funds for single activities, which pay first.
        for (var activity : Activity.values()) {
            budgets.allocate(
                    today().getYear(),
                    activity,
                    plenty,
                    "Tests",
                    UUID.randomUUID().toString(),
                    "somebody");
        }
    }

    Member eligible() {
        return members.achieving(TargetStatus.SOLUTION_PROVIDER);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String inDays(int days) {
        return today().plusDays(days).toString();
    }

    /** Two lines of a million together, half of which is asked for. */
    CoFundingRequestForm proposal() {
        return new CoFundingRequestForm(
                "EVENT",
                "Семинар «Учёт тепла»",
                "Программа на день.\nПоказ приборов.",
                "Алматы",
                inDays(30),
                inDays(31),
                "Проектировщики, 60 человек",
                "15",
                List.of(
                        new CoFundingRequestForm.Cost("Зал", "600 000"),
                        new CoFundingRequestForm.Cost("Печать", "400 000")),
                "500 000");
    }

    String submitted(Member member) {
        return submitted(member, proposal());
    }

    private String submitted(Member member, CoFundingRequestForm proposal) {
        return process.submit(member.id(), proposal, UUID.randomUUID().toString(), null, member.user());
    }

    String returned(Member member) {
        var number = submitted(member);
        answer(number, "Task_ReviewCoFundingRequest", Map.of("decision", "RETURN", "comment", "Назовите программу"));
        return number;
    }

    String approved(Member member) {
        return approved(member, proposal());
    }

    String approved(Member member, CoFundingRequestForm proposal) {
        var number = submitted(member, proposal);
        answer(number, "Task_ReviewCoFundingRequest", Map.of("decision", "APPROVE"));
        jobs.runDue(number);
        return number;
    }

    /** The activity is over: the clock goes on by 33 days. */
    String over(Member member) {
        var number = approved(member);
        TestClock.forward(Duration.ofDays(33));
        jobs.runDue(number);
        return number;
    }

    void answer(String number, String task, Map<String, Object> answers) {
        new Desk(engine, people).answer(number, task, answers);
    }

    static String page(String number) {
        return OVERVIEW + "/cases/" + number;
    }

    Visitor signedIn(Member member) {
        return visitor().signIn(member.email(), People.PASSWORD);
    }

    HttpResponse<String> post(String number, String step, Map<String, String> typed) {
        return visitor.submit(page(number), page(number) + "/" + step, typed);
    }

    HttpResponse<String> upload(String number, String folder, Map<String, String> kept) {
        var address = page(number) + "/files/" + folder;
        return visitor.upload(page(number), address, kept, "file", folder + ".pdf", SampleFiles.pdf(folder + number));
    }

    /** All fields of a form for a new request, with the tokens of the page at this address. */
    Map<String, String> complete(String address) {
        var page = visitor.get(address).body();
        var typed = new LinkedHashMap<>(fields(proposal()));
        typed.put("_csrf", Visitor.csrfOf(page));
        typed.put("partner", String.valueOf(partner.id()));
        typed.put("submissionKey", valueOf(page, "submissionKey"));
        return typed;
    }

    static Map<String, String> fields(CoFundingRequestForm proposal) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("activity", proposal.activity());
        typed.put("title", proposal.title());
        typed.put("description", proposal.description());
        typed.put("city", proposal.city());
        typed.put("startsOn", proposal.startsOn());
        typed.put("endsOn", proposal.endsOn());
        typed.put("audience", proposal.audience());
        typed.put("expectedLeads", proposal.expectedLeads());
        for (int line = 0; line < proposal.costs().size(); line++) {
            typed.put("costs[" + line + "].title", proposal.costs().get(line).title());
            typed.put("costs[" + line + "].cost", proposal.costs().get(line).cost());
        }
        typed.put("asked", proposal.asked());
        return typed;
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag("ru"));
    }

    static String text(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body());
    }

    static String caseOf(HttpResponse<?> answer) {
        return Visitor.location(answer).replaceFirst(".*/cases/([A-Z0-9-]+).*", "$1");
    }

    static String valueOf(String page, String field) {
        var input = Pattern.compile("<input[^>]*name=\"" + Pattern.quote(field) + "\"[^>]*>")
                .matcher(page);
        assertThat(input.find()).as(field).isTrue();
        var value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }

    static String errorAt(HttpResponse<String> answer, String field) {
        var id = field.replaceAll("[.\\[]", "-").replace("]", "");
        var error = Pattern.compile(
                        "id=\"" + Pattern.quote(id) + "-error\">.*?</span> <span>(.*?)</span>", Pattern.DOTALL)
                .matcher(answer.body());
        return error.find() ? HtmlUtils.htmlUnescape(error.group(1)) : "";
    }
}
