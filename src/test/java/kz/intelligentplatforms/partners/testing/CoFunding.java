package kz.intelligentplatforms.partners.testing;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.ClaimForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.testing.Members.Member;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.Spin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners who ask for co-funding, and the vendor's people who decide on it: each step of a request's life in a line. */
public class CoFunding {

    public static final String REVIEW = "Task_ReviewCoFundingRequest";
    public static final String AUTHORIZE = "Task_AuthorizeCoFunding";
    public static final String REVIEW_CHANGE = "Task_ReviewCoFundingChange";
    public static final String REVIEW_CLAIM = "Task_ReviewClaim";
    public static final String AUTHORIZE_CLAIM = "Task_AuthorizeClaim";
    public static final String DECIDE_APPEAL = "Task_DecideAppeal";
    public static final String SETTLE = "Task_SettlePayment";

    private final CoFundingProcess process;
    private final CoFundingFiles files;
    private final Budgets budgets;
    private final Cases cases;
    private final Members members;
    private final Jobs jobs;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final Clock clock;

    CoFunding(
            CoFundingProcess process,
            CoFundingFiles files,
            Budgets budgets,
            Cases cases,
            Members members,
            Jobs jobs,
            ProcessEngine engine,
            People people,
            JdbcClient jdbc,
            Clock clock) {
        this.process = process;
        this.files = files;
        this.budgets = budgets;
        this.cases = cases;
        this.members = members;
        this.jobs = jobs;
        this.desk = new Desk(engine, people);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Desk desk() {
        return desk;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Far enough ahead for every kind of activity. */
    public LocalDate eventDay() {
        return today().plusDays(60);
    }

    /** A Corporate Reseller whose membership covers this year and the next, whatever day the tests run on. */
    public Member partner() {
        return partner(TargetStatus.CORPORATE_RESELLER);
    }

    public Member partner(TargetStatus level) {
        var member = members.achieving(level);
        renew(member);
        return member;
    }

    /** The membership goes on for another year. */
    public void renew(Member member) {
        int next = today().getYear() + 1;
        jdbc.sql("insert into membership (partner_id, starts_on, ends_on) values (?, ?, ?)")
                .params(member.id(), LocalDate.of(next, 1, 1), LocalDate.of(next, 12, 31))
                .update();
    }

    /** The fund of an activity in the year of {@link #eventDay}; with nothing in it but what this leaves available. */
    public FundView leave(Activity activity, String available) {
        return leave(activity, eventDay().getYear(), available);
    }

    public FundView leave(Activity activity, int year, String available) {
        long id = budgets.allocate(year, activity, BigDecimal.ONE, "Для проверки", key(), "finance");
        var change = sum(available).subtract(budgets.byId(id).orElseThrow().available());
        if (change.signum() != 0) {
            budgets.adjust(id, change, "Для проверки", key(), "finance");
        }
        return budgets.byId(id).orElseThrow();
    }

    public FundView fund(FundView fund) {
        return budgets.byId(fund.id()).orElseThrow();
    }

    /** Three lines, 1 200 000 in all; half of it asked. */
    public CoFundingRequestForm proposal(Activity activity) {
        return proposal(activity, eventDay(), "600000", "600000", "400000", "200000");
    }

    public CoFundingRequestForm proposal(Activity activity, LocalDate day, String asked, String... costs) {
        var titles = List.of("Аренда зала", "Кейтеринг", "Печать материалов");
        return new CoFundingRequestForm(
                activity.name(),
                "День открытых дверей",
                "Показываем оборудование заказчикам из горной отрасли.",
                "Караганда",
                day.toString(),
                day.plusDays(1).toString(),
                "Главные инженеры и механики",
                "40",
                IntStream.range(0, costs.length)
                        .mapToObj(line -> new CoFundingRequestForm.Cost(titles.get(line), costs[line]))
                        .toList(),
                asked);
    }

    public String submit(Member member, CoFundingRequestForm proposal) {
        return process.submit(member.id(), proposal, key(), null, member.user());
    }

    /** 300 000 asked of 600 000, in two lines, on one day. */
    public String submit(Member member, String activity, String title, LocalDate day) {
        var costs = List.of(
                new CoFundingRequestForm.Cost("Зал", "400 000"), new CoFundingRequestForm.Cost("Обед", "200 000"));
        return submit(
                member,
                new CoFundingRequestForm(
                        activity,
                        title,
                        "Расскажем о насосах",
                        "Алматы",
                        day.toString(),
                        day.toString(),
                        "Инженеры",
                        "40",
                        costs,
                        "300 000"));
    }

    /** Marketing approves as asked, and the money is reserved. */
    public void approve(String number) {
        answer(number, REVIEW, "APPROVE", "");
        jobs.runDue(number);
    }

    /** Of two lines, only the first has cost something, 400 000; with a file for every proof, the same in each claim. */
    public void claimFirstLine(Member member, String number, String invoice) {
        view(number).proofs().forEach(proof -> prove(member, number, proof, "as before"));
        claim(
                member,
                number,
                new ClaimForm(
                        List.of(
                                new ClaimForm.ClaimedCost(
                                        "400 000",
                                        invoice,
                                        view(number).startsOn().toString()),
                                new ClaimForm.ClaimedCost("0", "", "")),
                        "200 000",
                        "Мы провели семинар"));
    }

    /** A request that marketing has approved as asked and that has its money; below the limit of finance. */
    public String approved(Member member, Activity activity) {
        var number = submit(member, proposal(activity));
        approve(number);
        return number;
    }

    /** An approved request whose activity is over. */
    public String proving(Member member, Activity activity) {
        var number = approved(member, activity);
        passEvent(number);
        return number;
    }

    /** Moves the clock to the day after the activity, and runs what follows. */
    public void passEvent(String number) {
        forwardTo(view(number).endsOn().plusDays(1));
        jobs.runDue(number);
    }

    public void forwardTo(LocalDate day) {
        var target = day.atStartOfDay(clock.getZone()).plusHours(9).toInstant();
        TestClock.forward(Duration.between(clock.instant(), target));
    }

    /** A file for every proof that is asked for. */
    public void prove(Member member, String number) {
        view(number).proofs().forEach(proof -> prove(member, number, proof, key()));
    }

    public void prove(Member member, String number, Proof proof, String content) {
        process.changeFiles(
                number,
                Stage.PROOF,
                () -> files.prove(
                        FileHolder.ofCase(member.id(), number),
                        proof,
                        proof + ".pdf",
                        new ByteArrayInputStream(SampleFiles.pdf(content)),
                        member.user()));
    }

    /** All lines as planned, each with an invoice that nobody else has. */
    public ClaimForm claim(String number, String claimed) {
        return new ClaimForm(
                view(number).lines().stream()
                        .map(line -> new ClaimForm.ClaimedCost(
                                line.cost().toPlainString(), "СФ-" + key(), today().toString()))
                        .toList(),
                claimed,
                "Пришли 42 человека, четверо попросили предложение.");
    }

    public void claim(Member member, String number, ClaimForm claim) {
        process.claim(number, claim, member.user());
    }

    /** A claim of all that is reserved, with its proofs. */
    public String claimed(Member member, Activity activity) {
        var number = proving(member, activity);
        prove(member, number);
        claim(member, number, claim(number, "600000"));
        return number;
    }

    public void answer(String number, String task, String decision, String comment) {
        desk.answer(number, task, Map.of("decision", decision, "comment", comment));
    }

    /** Accepts a claim, all proofs ticked; {@code verdicts} for the lines from the first on, such as {@code ACCEPTED} or {@code CHANGED 100000}. */
    public Map<String, Object> acceptance(String... verdicts) {
        var answers = new HashMap<String, Object>();
        answers.put("decision", "APPROVE");
        answers.put("comment", "");
        answers.put("proofs", Spin.JSON(List.of("INVOICE", "PHOTOS", "PARTICIPANTS", "REPORT", "PUBLICATION")));
        for (int line = 0; line < verdicts.length; line++) {
            var parts = verdicts[line].split(" ");
            answers.put("verdict" + (line + 1), parts[0]);
            if (!parts[0].equals("ACCEPTED")) {
                answers.put("reason" + (line + 1), "Не относится к мероприятию");
            }
            if (parts.length > 1) {
                answers.put("accepted" + (line + 1), Double.valueOf(parts[1]));
            }
        }
        return answers;
    }

    /** Finance says that it has paid. */
    public String settle(String number) {
        var reference = "ПП-" + key();
        desk.answer(number, SETTLE, Map.of("paymentReference", reference, "paidOn", today().toString()));
        jobs.runDue(number);
        return reference;
    }

    public CoFundingView view(String number) {
        return process.byCaseNumber(number).orElseThrow();
    }

    public CaseView caseOf(String number) {
        return cases.byNumber(number).orElseThrow();
    }

    public Stage stageOf(String number) {
        return Stage.valueOf(caseOf(number).stage());
    }

    public List<String> eventsOf(String number) {
        return cases.history(number).stream().map(event -> event.type()).toList();
    }

    public static BigDecimal sum(String sum) {
        return new BigDecimal(sum).setScale(2);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
