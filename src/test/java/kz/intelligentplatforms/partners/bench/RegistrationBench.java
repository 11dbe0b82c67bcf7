package kz.intelligentplatforms.partners.bench;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.bench.StatementCounter.Sent;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * How much of the engine's own speed registrations keep: the real process beside the same model with empty delegates, on the same
 * engine and PostgreSQL, in turns.
 *
 * <p>Measured, from submit to approved: the submission, up to the review task; the review form's submit by a signed-in account
 * manager; the job that registers the partner and opens its points account; the job that invites it. The two notification
 * processes of a case are started in these transactions, as in production, and so are part of it. The baseline takes the same
 * steps with the same search keys, timers and gateway variable; it starts no notifications, because its send tasks are empty.
 *
 * <p>Not measured: looking up the task and the jobs between the steps; sending the mails, which happens after each round, so that
 * they do not pile up; the web layer and its validation; the job executor's acquisition. The database runs as in the tests,
 * without waiting for the disk at commit; both have as many commits, so a real disk brings them closer together. No company here
 * looks like another.
 */
@SpringBootTest
@ContextConfiguration(initializers = TestEnvironment.class)
@Import({People.class, EmptyRegistration.Beans.class, StatementCounter.class})
class RegistrationBench {

    private static final double AIM = 0.7;
    private static final List<Integer> THREADS = Arrays.stream(
                    System.getProperty("bench.threads", "1,4,8").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 600);
    private static final int PAIRS = Integer.getInteger("bench.pairs", 16);
    private static final int CASES = Integer.getInteger("bench.cases", 40);
    private static final int COUNTED = 20;

    /** What is measured: the product, or the baseline. */
    interface Contestant {

        /** Starts a case; gives its business key. */
        String submit(RegistrationRequest request);

        /** What the reviewer's form sends. */
        Map<String, Object> approval();
    }

    /** The wall time of each of a round's steps, and the time that each of its cases took, in nanoseconds. */
    private record Round(long[] steps, long[] cases) {

        long wall() {
            return Arrays.stream(steps).sum();
        }
    }

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private PartnerRegistrationProcess registration;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StatementCounter counter;

    private String reviewer;
    private int casesOfEach;
    private boolean counting;

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void registrationsKeepMostOfTheEnginesSpeed() throws Exception {
        reviewer = people.of(ACCOUNT_MANAGERS);
        var product = new Product();
        var baseline = new EmptyRegistration(engine);
        runBoth(product, baseline, Runtime.getRuntime().availableProcessors(), WARM_UP);

        var lines = new ArrayList<String>();
        var steps = new ArrayList<String>();
        boolean reached = true;
        for (int threads : THREADS) {
            var ofProduct = new ArrayList<Round>();
            var ofBaseline = new ArrayList<Round>();
            for (int pair = 0; pair < PAIRS; pair++) {
                // Each goes first as often as second.
                if (pair % 2 == 0) {
                    var rounds = runBoth(product, baseline, threads, CASES);
                    ofProduct.add(rounds.get(0));
                    ofBaseline.add(rounds.get(1));
                } else {
                    var rounds = runBoth(baseline, product, threads, CASES);
                    ofBaseline.add(rounds.get(0));
                    ofProduct.add(rounds.get(1));
                }
            }
            lines.add(line(threads, ofProduct, ofBaseline));
            steps.add(stepLine(threads, ofProduct, ofBaseline));
            reached &= throughput(ofProduct) / throughput(ofBaseline) >= AIM;
        }
        counting = true;
        run(product, 1, COUNTED);
        var statements = counter.take();
        run(baseline, 1, COUNTED);
        var statementsOfBaseline = counter.take();
        casesOfEach += COUNTED;
        everyCaseWentThrough();

        System.out.printf("%nRegistrations from submit to approved, %d of each a line%n", PAIRS * CASES);
        System.out.println("threads  product/s  baseline/s  p95 product  p95 baseline  ratio  ratios of the rounds");
        lines.forEach(System.out::println);
        System.out.println("threads  milliseconds of each step, product/baseline: submit, review, register, invite");
        steps.forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "SQL statements a case: product %.1f, baseline %.1f%n",
                perCase(statements),
                perCase(statementsOfBaseline));
        System.out.printf(Locale.ROOT, "%s: the aim is a ratio of at least %.1f%n%n", reached ? "PASS" : "FAIL", AIM);
        if (Boolean.getBoolean("bench.sql")) {
            print("product", statements);
            print("baseline", statementsOfBaseline);
        }
    }

    private List<Round> runBoth(Contestant first, Contestant second, int threads, int count) throws Exception {
        casesOfEach += count;
        jdbc.execute("vacuum analyze");
        return List.of(run(first, threads, count), run(second, threads, count));
    }

    /** Step after step, each by all threads, so that the clock stands still while the next step's ids are looked up. */
    private Round run(Contestant contestant, int threads, int count) throws Exception {
        var requests =
                IntStream.range(0, count).mapToObj(i -> Companies.application()).toList();
        var keys = new String[count];
        var taken = new long[count];
        var wall = new long[4];
        wall[0] = inParallel(threads, taken, i -> keys[i] = contestant.submit(requests.get(i)));
        var tasks = Arrays.stream(keys).map(this::reviewTask).toList();
        wall[1] = inParallel(threads, taken, i -> {
            engine.getIdentityService().setAuthentication(reviewer, List.of(ACCOUNT_MANAGERS.id()));
            engine.getFormService().submitTaskForm(tasks.get(i), contestant.approval());
            engine.getIdentityService().clearAuthentication();
        });
        var registering =
                Arrays.stream(keys).map(key -> job(key, "Task_RegisterPartner")).toList();
        wall[2] = inParallel(threads, taken, i -> engine.getManagementService().executeJob(registering.get(i)));
        var inviting =
                Arrays.stream(keys).map(key -> job(key, "Task_InvitePartner")).toList();
        wall[3] = inParallel(threads, taken, i -> engine.getManagementService().executeJob(inviting.get(i)));
        sendMails();
        return new Round(wall, taken);
    }

    /** Adds to {@code taken} what the step takes for each case; gives the time from the first's start to the last's end. */
    private long inParallel(int threads, long[] taken, IntConsumer step) throws Exception {
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(threads);
        if (counting) {
            counter.start();
        }
        try {
            long start = System.nanoTime();
            var workers = new ArrayList<Future<?>>();
            for (int thread = 0; thread < threads; thread++) {
                workers.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < taken.length; i = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        step.accept(i);
                        taken[i] += System.nanoTime() - begun;
                    }
                }));
            }
            for (var worker : workers) {
                worker.get();
            }
            return System.nanoTime() - start;
        } catch (ExecutionException e) {
            throw new AssertionError("A case failed", e.getCause());
        } finally {
            counter.stop();
            pool.shutdown();
        }
    }

    private String reviewTask(String businessKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
    }

    private String job(String businessKey, String activity) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult()
                .getId();
    }

    private void sendMails() throws Exception {
        engine.getManagementService().createJobQuery().processDefinitionKey("notification").list().stream()
                .map(Job::getId)
                .forEach(engine.getManagementService()::executeJob);
        TestEnvironment.MAIL_SERVER.purgeEmailFromAllMailboxes();
    }

    private void everyCaseWentThrough() {
        for (var key : List.of("partner-registration", EmptyRegistration.KEY)) {
            var instances = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(key);
            assertThat(instances.count()).as("cases of " + key).isEqualTo(casesOfEach);
            assertThat(instances
                            .completed()
                            .executedActivityIdIn("EndEvent_PartnerRegistered")
                            .count())
                    .as("approved cases of " + key)
                    .isEqualTo(casesOfEach);
        }
        for (var table : List.of("partner", "membership", "points_account", "portal_account")) {
            assertThat(rows(table)).as(table).isEqualTo(casesOfEach);
        }
        assertThat(rows("program_case where stage = 'REGISTERED'")).isEqualTo(casesOfEach);
        assertThat(rows("notification where sent_at is not null")).isEqualTo(2 * casesOfEach);
        assertThat(rows("act_ru_execution")).isZero();
    }

    private int rows(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    private static String line(int threads, List<Round> product, List<Round> baseline) {
        return String.format(
                Locale.ROOT,
                "%7d  %9.1f  %10.1f  %8.1f ms  %9.1f ms  %5.2f  %s",
                threads,
                throughput(product),
                throughput(baseline),
                p95(product),
                p95(baseline),
                throughput(product) / throughput(baseline),
                IntStream.range(0, product.size())
                        .mapToDouble(i ->
                                (double) baseline.get(i).wall() / product.get(i).wall())
                        .sorted()
                        .mapToObj(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                        .collect(Collectors.joining(" ")));
    }

    private static String stepLine(int threads, List<Round> product, List<Round> baseline) {
        return IntStream.range(0, 4)
                .mapToObj(step -> String.format(
                        Locale.ROOT,
                        "%14s",
                        "%.1f/%.1f".formatted(mean(product, step, threads), mean(baseline, step, threads))))
                .collect(Collectors.joining("", "%7d".formatted(threads), ""));
    }

    /** How long one case is in a step, in milliseconds. */
    private static double mean(List<Round> rounds, int step, int threads) {
        return threads
                * rounds.stream().mapToLong(round -> round.steps()[step]).sum()
                / 1e6
                / rounds.stream().mapToInt(round -> round.cases().length).sum();
    }

    /** Cases a second. */
    private static double throughput(List<Round> rounds) {
        return 1e9
                * rounds.stream().mapToInt(round -> round.cases().length).sum()
                / rounds.stream().mapToLong(Round::wall).sum();
    }

    /** In milliseconds. */
    private static double p95(List<Round> rounds) {
        var sorted = rounds.stream()
                .flatMapToLong(round -> Arrays.stream(round.cases()))
                .sorted()
                .toArray();
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1] / 1e6;
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

    private class Product implements Contestant {

        @Override
        public String submit(RegistrationRequest request) {
            return registration.submit(request, UUID.randomUUID().toString()).caseNumber();
        }

        @Override
        public Map<String, Object> approval() {
            return Map.of("decision", "APPROVE", "comment", "");
        }
    }
}
