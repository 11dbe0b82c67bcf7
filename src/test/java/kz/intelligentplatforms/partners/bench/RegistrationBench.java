package kz.intelligentplatforms.partners.bench;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.bench.StatementCounter.Sent;
import kz.intelligentplatforms.partners.notification.MailRuns;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import org.camunda.bpm.engine.ProcessEngine;
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
 * manager; the job that registers the partner and opens its points account; the job that invites it. The product starts the two
 * notification processes of a case in these transactions, and so they are part of it.
 *
 * <p>There are two baselines, with the same steps, search keys, timers and gateway variable. The bare one is the registration model
 * with empty delegates and nothing else; the aim is held against it. It starts no notifications, although the product's are the
 * engine's work too; so the notifying one does, with an empty model of them. What is left between it and the product is the
 * program's own: its tables, the form's facts, the invited user in the engine's identity store.
 *
 * <p>Not measured: looking up the task and the jobs between the steps; sending the mails, which happens after each round, so that
 * they do not pile up; the web layer and its validation; the job executor's acquisition. The database runs as in the tests,
 * without waiting for the disk at commit. Some names look alike, because doubled letters count once; phones and mail domains do
 * not.
 *
 * <p>A shared machine is noisy: rounds are short and take turns, and a ratio is the median of the rounds' ratios.
 */
@SpringBootTest
@ContextConfiguration(initializers = TestEnvironment.class)
@Import({People.class, MailRuns.class, EmptyRegistration.Beans.class, StatementCounter.class})
class RegistrationBench {

    private static final double AIM = 0.7;
    private static final List<Integer> THREADS = Arrays.stream(
                    System.getProperty("bench.threads", "1,4,8").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 300);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final int CASES = Integer.getInteger("bench.cases", 40);
    private static final int COUNTED = 20;

    private static final int PRODUCT = 0;
    private static final int BARE = 1;
    private static final int NOTIFYING = 2;

    /** What is measured: the product, or a baseline. */
    interface Contestant {

        String processKey();

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
    private MailRuns mails;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StatementCounter counter;

    private List<Contestant> contestants = List.of();
    private String reviewer;
    private int casesOfEach;
    private boolean counting;

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void registrationsKeepMostOfTheEnginesSpeed() throws Exception {
        reviewer = people.of(ACCOUNT_MANAGERS);
        contestants = List.of(new Product(), EmptyRegistration.bare(engine), EmptyRegistration.notifying(engine));
        roundOfEach(0, Runtime.getRuntime().availableProcessors(), WARM_UP);

        var lines = new ArrayList<String>();
        var steps = new ArrayList<String>();
        boolean reached = true;
        for (int threads : THREADS) {
            var rounds = new ArrayList<List<Round>>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(roundOfEach(round, threads, CASES));
            }
            lines.add(line(threads, rounds));
            steps.add(stepLine(threads, rounds));
            reached &= median(ratiosTo(BARE, rounds)) >= AIM;
        }
        var statements = new ArrayList<Map<String, Sent>>();
        counting = true;
        for (var contestant : contestants) {
            run(contestant, 1, COUNTED);
            statements.add(counter.take());
        }
        casesOfEach += COUNTED;
        everyCaseWentThrough();

        System.out.printf("%nRegistrations from submit to approved, %d of each a line%n", ROUNDS * CASES);
        System.out.println(
                "         registrations a second         95th percentile, ms            ratio (least-most) to");
        System.out.println(
                "threads  product    bare  notifying     product    bare  notifying     bare              notifying");
        lines.forEach(System.out::println);
        System.out.println("threads  milliseconds of a step, product/bare/notifying: submit, review, register, invite");
        steps.forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "SQL statements a case: product %.1f, bare %.1f, notifying %.1f%n",
                statements.stream().map(RegistrationBench::perCase).toArray());
        System.out.printf(
                Locale.ROOT, "%s: the aim is a ratio of at least %.1f to bare%n%n", reached ? "PASS" : "FAIL", AIM);
        if (Boolean.getBoolean("bench.sql")) {
            for (int i = 0; i < contestants.size(); i++) {
                print(contestants.get(i).processKey(), statements.get(i));
            }
        }
    }

    /** One round of each, in the order of {@link #contestants}; each runs first, second and last as often as the others. */
    private List<Round> roundOfEach(int number, int threads, int count) throws Exception {
        casesOfEach += count;
        jdbc.execute("vacuum analyze");
        var rounds = new Round[contestants.size()];
        for (int turn = 0; turn < rounds.length; turn++) {
            int whose = (number + turn) % rounds.length;
            rounds[whose] = run(contestants.get(whose), threads, count);
        }
        return List.of(rounds);
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
        if (counting) {
            counter.start();
        }
        try {
            return InParallel.run(threads, taken, step);
        } finally {
            counter.stop();
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
        mails.deliver(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("notification")
                .list());
        var none = engine.getExternalTaskService();
        none.fetchAndLock(Integer.MAX_VALUE, "bench")
                .topic(EmptyRegistration.NOTIFICATION, Duration.ofMinutes(5).toMillis())
                .execute()
                .forEach(task -> none.complete(task.getId(), "bench"));
        TestEnvironment.MAIL_SERVER.purgeEmailFromAllMailboxes();
    }

    private void everyCaseWentThrough() {
        for (var contestant : contestants) {
            var key = contestant.processKey();
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

    private static String line(int threads, List<List<Round>> rounds) {
        var product = of(PRODUCT, rounds);
        var bare = of(BARE, rounds);
        var notifying = of(NOTIFYING, rounds);
        return String.format(
                Locale.ROOT,
                "%7d  %7.1f %7.1f %10.1f     %7.1f %7.1f %10.1f     %s %s",
                threads,
                throughput(product),
                throughput(bare),
                throughput(notifying),
                p95(product),
                p95(bare),
                p95(notifying),
                ratio(ratiosTo(BARE, rounds)),
                ratio(ratiosTo(NOTIFYING, rounds)));
    }

    private static String ratio(double[] sorted) {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f) ", median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    /** Of the product's throughput to the baseline's in each round, the least first. */
    private static double[] ratiosTo(int baseline, List<List<Round>> rounds) {
        return rounds.stream()
                .mapToDouble(round ->
                        (double) round.get(baseline).wall() / round.get(PRODUCT).wall())
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static List<Round> of(int contestant, List<List<Round>> rounds) {
        return rounds.stream().map(round -> round.get(contestant)).toList();
    }

    private static String stepLine(int threads, List<List<Round>> rounds) {
        return IntStream.range(0, 4)
                .mapToObj(step -> String.format(
                        Locale.ROOT,
                        "%.1f/%.1f/%.1f",
                        mean(of(PRODUCT, rounds), step, threads),
                        mean(of(BARE, rounds), step, threads),
                        mean(of(NOTIFYING, rounds), step, threads)))
                .map("%20s"::formatted)
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
        public String processKey() {
            return "partner-registration";
        }

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
