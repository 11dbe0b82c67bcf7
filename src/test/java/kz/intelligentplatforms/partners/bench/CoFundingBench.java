package kz.intelligentplatforms.partners.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.bench.StatementCounter.Sent;
import kz.intelligentplatforms.partners.cofunding.ClaimForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.testing.CoFunding;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How much of the engine's own speed co-funding keeps: the real process beside the same model with empty delegates and listeners, on
 * the same engine and PostgreSQL, in turns.
 *
 * <p>Measured, from the request to its payment: each {@link Step}. The product starts four notification processes of a case in these
 * transactions, the baseline none; and all cases of the product draw on one fund, where they wait for one another.
 *
 * <p>Not measured: making the partners, uploading the proofs (which the review of the claim looks at), looking up tasks and jobs
 * between the steps, sending the mails, the web layer. A shared machine is noisy: rounds are short and take turns, and a ratio is the
 * median of the rounds' ratios.
 */
@Import({EmptyCoFunding.Beans.class, StatementCounter.class})
class CoFundingBench extends IntegrationTest {

    private static final List<Integer> THREADS = List.of(1, 4);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final int CASES = Integer.getInteger("bench.cases", 20);
    private static final int WARM_UP = 60;
    private static final int COUNTED = 20;

    /** What is measured of a case. */
    private enum Step {
        SUBMIT,
        REVIEW,
        RESERVE,
        ANNOUNCE,
        EVENT_OVER,
        CLAIM,
        REVIEW_CLAIM,
        SETTLE
    }

    @Autowired
    private CoFundingProcess process;

    @Autowired
    private CoFunding coFunding;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private JdbcTemplate jdbc;

    private boolean counting;

    /** The time of each step of a round, all cases together, and of each case, in nanoseconds. */
    private record Round(long[] steps, long[] cases) {

        long wall() {
            return Arrays.stream(steps).sum();
        }
    }

    /** What is measured: the product, or the baseline. */
    private interface Contestant {

        /** Starts a case; gives its business key. */
        String submit(Member member);

        Map<String, Object> review();

        /** What the claim needs, unmeasured; then the claim. */
        Runnable claim(Member member, String key, String task);

        Map<String, Object> reviewOfClaim();

        Map<String, Object> settlement();
    }

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void aRequestBesideTheBareEngine() throws Exception {
        coFunding.leave(Activity.EVENT, "5000000000");
        people.ofAll("staff");
        var product = product();
        var baseline = baseline(new EmptyCoFunding(engine));
        run(product, 2, WARM_UP);
        run(baseline, 2, WARM_UP);
        System.out.printf("%nCo-funding from request to payment, %d of each a line%n", ROUNDS * CASES);
        System.out.println("threads  product/s  baseline/s  p95 product  p95 baseline  ratio (least-most)");
        var steps = new ArrayList<String>();
        for (int threads : THREADS) {
            var ofProduct = new ArrayList<Round>();
            var ofBaseline = new ArrayList<Round>();
            for (int round = 0; round < ROUNDS; round++) {
                jdbc.execute("vacuum analyze");
                if (round % 2 == 0) {
                    ofProduct.add(run(product, threads, CASES));
                    ofBaseline.add(run(baseline, threads, CASES));
                } else {
                    ofBaseline.add(run(baseline, threads, CASES));
                    ofProduct.add(run(product, threads, CASES));
                }
            }
            System.out.println(line(threads, ofProduct, ofBaseline));
            steps.add(stepLine(threads, ofProduct, ofBaseline));
        }
        System.out.println("threads  milliseconds of a step, product/baseline: "
                + Arrays.stream(Step.values())
                        .map(step -> step.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", ")));
        steps.forEach(System.out::println);
        var ofProduct = statementsOf(product);
        var ofBaseline = statementsOf(baseline);
        System.out.printf(
                Locale.ROOT,
                "SQL statements a case: product %.1f, baseline %.1f%n%n",
                perCase(ofProduct),
                perCase(ofBaseline));
        if (Boolean.getBoolean("bench.sql")) {
            print("product", ofProduct);
            print("baseline", ofBaseline);
        }
    }

    private Contestant product() {
        return new Contestant() {
            @Override
            public String submit(Member member) {
                return coFunding.submit(member, coFunding.proposal(Activity.EVENT));
            }

            @Override
            public Map<String, Object> review() {
                return Map.of("decision", "APPROVE", "comment", "");
            }

            @Override
            public Runnable claim(Member member, String key, String task) {
                coFunding.prove(member, key);
                // Less than is reserved, as it comes: the rest goes back to the fund.
                ClaimForm claim = coFunding.claim(key, "550000");
                return () -> process.claim(key, claim, member.user());
            }

            @Override
            public Map<String, Object> reviewOfClaim() {
                return coFunding.acceptance("ACCEPTED", "ACCEPTED", "ACCEPTED");
            }

            @Override
            public Map<String, Object> settlement() {
                return Map.of(
                        "paymentReference",
                        CoFunding.key(),
                        "paidOn",
                        coFunding.today().toString());
            }
        };
    }

    private Contestant baseline(EmptyCoFunding empty) {
        return new Contestant() {
            @Override
            public String submit(Member member) {
                return empty.submit();
            }

            @Override
            public Map<String, Object> review() {
                return Map.of("reviewDecision", "APPROVE");
            }

            @Override
            public Runnable claim(Member member, String key, String task) {
                return () -> engine.getTaskService().complete(task);
            }

            @Override
            public Map<String, Object> reviewOfClaim() {
                return Map.of("claimDecision", "APPROVE");
            }

            @Override
            public Map<String, Object> settlement() {
                return Map.of("paymentReference", "", "paidOn", "");
            }
        };
    }

    /** Step after step, each by all threads, so that the clock stands still while the next step's ids are looked up. */
    private Round run(Contestant contestant, int threads, int count) throws Exception {
        var partners =
                IntStream.range(0, count).mapToObj(i -> coFunding.partner()).toList();
        var keys = new String[count];
        var round = new Round(new long[Step.values().length], new long[count]);
        measure(round, Step.SUBMIT, threads, i -> keys[i] = contestant.submit(partners.get(i)));
        answer(round, Step.REVIEW, threads, keys, CoFunding.REVIEW, contestant.review());
        work(round, Step.RESERVE, threads, keys, "Task_ReserveBudget");
        work(round, Step.ANNOUNCE, threads, keys, "Task_AnnounceCoFundingApproved");

        coFunding.forwardTo(coFunding.eventDay().plusDays(2));
        work(round, Step.EVENT_OVER, threads, keys, "CatchEvent_EventOver");
        var claims = IntStream.range(0, count)
                .mapToObj(i -> contestant.claim(partners.get(i), keys[i], task(keys[i], "Task_SubmitProof")))
                .toList();
        measure(round, Step.CLAIM, threads, i -> claims.get(i).run());
        answer(round, Step.REVIEW_CLAIM, threads, keys, CoFunding.REVIEW_CLAIM, contestant.reviewOfClaim());
        var tasks = Arrays.stream(keys).map(key -> task(key, CoFunding.SETTLE)).toList();
        var settlements =
                Arrays.stream(keys).map(key -> contestant.settlement()).toList();
        measure(round, Step.SETTLE, threads, i -> submitForm(tasks.get(i), settlements.get(i)));
        TestClock.reset();

        for (var key : keys) {
            jobs.runDue(key);
            assertThat(engine.getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .processInstanceBusinessKey(key)
                            .completed()
                            .executedActivityIdIn("EndEvent_PaymentSettled")
                            .count())
                    .as(key)
                    .isOne();
        }
        return round;
    }

    private void answer(Round round, Step step, int threads, String[] keys, String taskKey, Map<String, Object> answers)
            throws Exception {
        var tasks = Arrays.stream(keys).map(key -> task(key, taskKey)).toList();
        measure(round, step, threads, i -> submitForm(tasks.get(i), answers));
    }

    private void submitForm(String task, Map<String, Object> answers) {
        engine.getIdentityService().setAuthentication("staff", List.of("camunda-admin"));
        engine.getFormService().submitTaskForm(task, answers);
        engine.getIdentityService().clearAuthentication();
    }

    private void work(Round round, Step step, int threads, String[] keys, String activity) throws Exception {
        var due = Arrays.stream(keys).map(key -> job(key, activity)).toList();
        measure(round, step, threads, i -> engine.getManagementService().executeJob(due.get(i)));
    }

    private String task(String key, String taskKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(taskKey)
                .singleResult()
                .getId();
    }

    private String job(String key, String activity) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult()
                .getId();
    }

    private void measure(Round round, Step step, int threads, IntConsumer deed) throws Exception {
        if (counting) {
            counter.start();
        }
        try {
            round.steps()[step.ordinal()] = InParallel.run(threads, round.cases(), deed);
        } finally {
            counter.stop();
        }
    }

    private Map<String, Sent> statementsOf(Contestant contestant) throws Exception {
        counting = true;
        run(contestant, 1, COUNTED);
        counting = false;
        return counter.take();
    }

    private static double perCase(Map<String, Sent> statements) {
        return (double) statements.values().stream().mapToLong(Sent::times).sum() / COUNTED;
    }

    @SuppressWarnings("SystemOut") // asked for with -Dbench.sql=true
    private static void print(String title, Map<String, Sent> statements) {
        System.out.println("Statements of the " + title + ": times and milliseconds a case");
        statements.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().nanos()))
                .forEach(entry -> System.out.printf(
                        Locale.ROOT,
                        "%6.2f %7.3f  %s%n",
                        (double) entry.getValue().times() / COUNTED,
                        entry.getValue().nanos() / 1e6 / COUNTED,
                        entry.getKey().strip().replaceAll("\\s+", " ")));
    }

    private static String line(int threads, List<Round> product, List<Round> baseline) {
        var ratios = IntStream.range(0, product.size())
                .mapToDouble(
                        i -> (double) baseline.get(i).wall() / product.get(i).wall())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%7d  %9.1f  %10.1f  %8.1f ms  %9.1f ms  %.2f (%.2f-%.2f)",
                threads,
                throughput(product),
                throughput(baseline),
                p95(product),
                p95(baseline),
                (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2,
                ratios[0],
                ratios[ratios.length - 1]);
    }

    /** How long one case is in each step. */
    private static String stepLine(int threads, List<Round> product, List<Round> baseline) {
        return IntStream.range(0, Step.values().length)
                .mapToObj(step -> String.format(
                        Locale.ROOT, "%.1f/%.1f", mean(product, step, threads), mean(baseline, step, threads)))
                .collect(Collectors.joining("  ", "%7d  ".formatted(threads), ""));
    }

    private static double mean(List<Round> rounds, int step, int threads) {
        return threads
                * rounds.stream().mapToLong(round -> round.steps()[step]).sum()
                / 1e6
                / rounds.stream().mapToInt(round -> round.cases().length).sum();
    }

    private static double throughput(List<Round> rounds) {
        return rounds.stream().mapToInt(round -> round.cases().length).sum()
                / (rounds.stream().mapToLong(Round::wall).sum() / 1e9);
    }

    private static double p95(List<Round> rounds) {
        var all = rounds.stream()
                .flatMapToLong(round -> Arrays.stream(round.cases()))
                .sorted()
                .toArray();
        return all[(int) (all.length * 0.95)] / 1e6;
    }
}
