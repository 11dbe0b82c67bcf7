package kz.intelligentplatforms.partners.bench;

import static kz.intelligentplatforms.partners.program.TargetStatus.CORPORATE_RESELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.tierupgrade.Samples;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How much of the engine's own speed a change of level keeps: the real process beside the same model with empty delegates and
 * listeners, on the same engine and PostgreSQL, in turns.
 *
 * <p>Measured, for Corporate Reseller: the application, its three checks (sales plan, specialist, certified staff; no level takes
 * four), the jobs in which the checks end, the decision, and the job that changes level, benefits and directory. The product starts
 * two notification processes of a case in these transactions, the baseline none.
 *
 * <p>Not measured: making the partners, looking up tasks and jobs between the steps, sending the mails, the web layer. A shared
 * machine is noisy: rounds are short and take turns, and a ratio is the median of the rounds' ratios.
 */
@Import(EmptyLevelChange.Beans.class)
class LevelChangeBench extends IntegrationTest {

    private static final List<String> CHECKS =
            List.of("Task_AgreeSalesPlan", "Task_CheckSalesSpecialist", "Task_CheckTechnicalCertification");
    private static final List<Integer> THREADS = List.of(1, 4);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final int CASES = Integer.getInteger("bench.cases", 20);
    private static final int WARM_UP = 40;

    @Autowired
    private TierUpgradeProcess process;

    @Autowired
    private Partners partners;

    @Autowired
    private JdbcTemplate jdbc;

    /** The time of each step of a round, all cases together, and of each case, in nanoseconds. */
    private record Round(long wall, long[] cases) {}

    /** What is measured: the product, or the baseline. */
    private interface Contestant {

        /** Starts a case; gives its business key. */
        String submit(Member member);

        Map<String, Object> verdict();

        Map<String, Object> decision();
    }

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void aChangeOfLevelBesideTheBareEngine() throws Exception {
        var empty = new EmptyLevelChange(engine);
        var product = new Contestant() {
            @Override
            public String submit(Member member) {
                return process.submit(
                        member.id(),
                        CORPORATE_RESELLER,
                        Samples.complete(),
                        UUID.randomUUID().toString(),
                        member.user());
            }

            @Override
            public Map<String, Object> verdict() {
                return Map.of("verdict", "CONFIRMED", "comment", "");
            }

            @Override
            public Map<String, Object> decision() {
                return Map.of("decision", "APPROVE", "comment", "");
            }
        };
        var baseline = new Contestant() {
            @Override
            public String submit(Member member) {
                return empty.submit(CHECKS.size());
            }

            @Override
            public Map<String, Object> verdict() {
                return Map.of("checkVerdict", "CONFIRMED");
            }

            @Override
            public Map<String, Object> decision() {
                return Map.of("tierDecision", "APPROVE");
            }
        };
        run(product, 2, WARM_UP);
        run(baseline, 2, WARM_UP);
        System.out.printf("%nChanges of level from application to new level, %d of each a line%n", ROUNDS * CASES);
        System.out.println("threads  product/s  baseline/s  p95 product  p95 baseline  ratio (least-most)");
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
        }
        System.out.println();
    }

    private Round run(Contestant contestant, int threads, int count) throws Exception {
        var applicants =
                IntStream.range(0, count).mapToObj(i -> members.achieving()).toList();
        var keys = new String[count];
        var taken = new long[count];
        long wall = InParallel.run(threads, taken, i -> keys[i] = contestant.submit(applicants.get(i)));
        for (var check : CHECKS) {
            wall += answer(contestant.verdict(), check, threads, keys, taken);
            wall += work(threads, keys, taken);
        }
        wall += answer(contestant.decision(), "Task_DecideTierChange", threads, keys, taken);
        wall += work(threads, keys, taken);
        for (var key : keys) {
            jobs.runDue(key);
            assertThat(engine.getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .processInstanceBusinessKey(key)
                            .completed()
                            .executedActivityIdIn("EndEvent_TierChanged")
                            .count())
                    .as(key)
                    .isOne();
        }
        if (Arrays.stream(keys).allMatch(key -> key.startsWith("TUP"))) {
            assertThat(applicants)
                    .allSatisfy(member -> assertThat(
                                    partners.byId(member.id()).orElseThrow().tier())
                            .isEqualTo(Tier.CORPORATE_RESELLER));
        }
        return new Round(wall, taken);
    }

    private long answer(Map<String, Object> answers, String taskKey, int threads, String[] keys, long[] taken)
            throws Exception {
        var tasks = Arrays.stream(keys)
                .map(key -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .taskDefinitionKeyLike(taskKey + "%")
                        .singleResult())
                .map(Task::getId)
                .toList();
        var all = new HashMap<>(answers);
        if (taskKey.equals("Task_CheckTechnicalCertification")) {
            all.put("validUntil", Samples.today().plusMonths(6).toString());
        }
        // Whoever checks must not decide.
        var user = people.ofAll(taskKey.equals("Task_DecideTierChange") ? "decider" : "checker");
        return InParallel.run(threads, taken, i -> {
            engine.getIdentityService().setAuthentication(user, List.of("camunda-admin"));
            engine.getFormService().submitTaskForm(tasks.get(i), all);
            engine.getIdentityService().clearAuthentication();
        });
    }

    /** The jobs that follow from the last step; the mails are not among them. */
    private long work(int threads, String[] keys, long[] taken) throws Exception {
        var due = Arrays.stream(keys).map(this::dueJobs).toList();
        return InParallel.run(threads, taken, i -> due.get(i).forEach(engine.getManagementService()::executeJob));
    }

    private List<String> dueJobs(String key) {
        return Stream.of(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .singleResult())
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .messages()
                                .list()
                                .stream())
                .map(Job::getId)
                .toList();
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
