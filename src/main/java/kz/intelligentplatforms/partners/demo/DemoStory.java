package kz.intelligentplatforms.partners.demo;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.ClaimForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.CostLineView;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.demo.DemoAgenda.Step;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.spin.Spin;

/** The life of one request: on which day its partner and the vendor's people do what. */
final class DemoStory {

    /** What a story is told with. */
    record Scene(CoFundingProcess process, CoFundingFiles files, Cases cases, DemoAgenda agenda) {}

    /** Who asks: a partner, and the user who acts for it. */
    record Applicant(long partnerId, String user) {}

    private final Scene scene;
    private final Applicant applicant;
    private final CoFundingRequestForm proposal;
    private final List<Step> steps = new ArrayList<>();
    private String number = "";

    DemoStory(Scene scene, Applicant applicant, CoFundingRequestForm proposal) {
        this.scene = scene;
        this.applicant = applicant;
        this.proposal = proposal;
    }

    Stream<Step> steps() {
        return steps.stream();
    }

    /** The day after the activity. */
    LocalDate after() {
        return proposal.lastDay().orElseThrow().plusDays(1);
    }

    /** All the way to the payment, on the days that such a thing takes. */
    DemoStory paid(LocalDate asked) {
        return approved(asked)
                .claimed(after().plusDays(8))
                .accepted(after().plusDays(12))
                .countersigned(after().plusDays(13))
                .settled(after().plusDays(16));
    }

    /** Asked for, and approved by all who must. */
    DemoStory approved(LocalDate asked) {
        return asked(asked).supported(asked.plusDays(2)).authorized(asked.plusDays(3));
    }

    DemoStory asked(LocalDate day) {
        return on(day, () -> {
            var draft = UUID.randomUUID().toString();
            scene.files()
                    .attach(
                            FileHolder.draft(applicant.partnerId(), draft),
                            "Смета.pdf",
                            pdf("Estimate", draft),
                            applicant.user());
            number = scene.process().submit(applicant.partnerId(), proposal, "demo-" + draft, draft, applicant.user());
        });
    }

    /** Marketing approves as asked. */
    DemoStory supported(LocalDate day) {
        return reviewed(day, "APPROVE", "");
    }

    /** Finance agrees, where it is asked. */
    DemoStory authorized(LocalDate day) {
        return on(day, () -> {
            if (stage() == Stage.AUTHORIZATION) {
                answer("finance", Group.FINANCE, "Task_AuthorizeCoFunding", decision("APPROVE", ""));
            }
        });
    }

    DemoStory reviewed(LocalDate day, String decision, String comment) {
        return on(
                day,
                () -> answer(
                        "marketing",
                        Group.MARKETING_MANAGERS,
                        "Task_ReviewCoFundingRequest",
                        decision(decision, comment)));
    }

    DemoStory moved(LocalDate day, LocalDate firstDay, String reason) {
        return on(
                day,
                () -> scene.process()
                        .reportChange(number, firstDay, firstDay.plusDays(lengthInDays()), reason, applicant.user()));
    }

    private long lengthInDays() {
        return proposal.firstDay()
                .orElseThrow()
                .until(proposal.lastDay().orElseThrow())
                .getDays();
    }

    /** Some of the proof is there, and nothing is claimed yet. */
    DemoStory began(LocalDate day) {
        return on(day, () -> prove(view().proofs().stream().limit(1).toList()));
    }

    DemoStory claimed(LocalDate day) {
        return claimed(day, this);
    }

    /** @param other has claimed the invoice of the first line before, where it is another one */
    DemoStory claimed(LocalDate day, DemoStory other) {
        return on(day, () -> {
            var view = view();
            prove(List.copyOf(view.proofs()));
            var costs = new ArrayList<ClaimForm.ClaimedCost>();
            for (var line : view.lines()) {
                costs.add(new ClaimForm.ClaimedCost(
                        line.cost().toPlainString(),
                        invoice(line.number() == 1 ? other.number : number, line.number()),
                        view.endsOn().plusDays(2).toString()));
            }
            var claimed = view.approved() == null ? BigDecimal.ZERO : view.approved();
            scene.process()
                    .claim(
                            number,
                            new ClaimForm(
                                    costs,
                                    claimed.toPlainString(),
                                    "Участвовали %d человек, шестеро попросили коммерческое предложение."
                                            .formatted(view.expectedLeads())),
                            applicant.user());
        });
    }

    private static String invoice(String caseNumber, int line) {
        return "СФ-%s-%d".formatted(caseNumber.substring(caseNumber.length() - 4), line);
    }

    private void prove(List<Proof> proofs) {
        proofs.forEach(proof -> scene.process()
                .changeFiles(
                        number,
                        Stage.PROOF,
                        () -> scene.files()
                                .prove(
                                        FileHolder.ofCase(applicant.partnerId(), number),
                                        proof,
                                        nameOf(proof),
                                        pdf(proof.name(), number),
                                        applicant.user())));
    }

    private static String nameOf(Proof proof) {
        return switch (proof) {
            case INVOICE -> "Счета и акты.pdf";
            case PHOTOS -> "Фотографии.pdf";
            case PARTICIPANTS -> "Список участников.pdf";
            case REPORT -> "Отчёт.pdf";
            case PUBLICATION -> "Образец.pdf";
        };
    }

    /** Marketing accepts what was spent. */
    DemoStory accepted(LocalDate day) {
        return accepted(day, BigDecimal.ZERO, "");
    }

    /** @param less is not accepted of the last line, for this reason */
    DemoStory accepted(LocalDate day, BigDecimal less, String reason) {
        return on(day, () -> {
            var answers = new HashMap<>(decision("APPROVE", ""));
            var view = view();
            answers.put(
                    "proofs", Spin.JSON(view.proofs().stream().map(Proof::name).toList()));
            view.lines().forEach(line -> answers.put("verdict" + line.number(), "ACCEPTED"));
            if (less.signum() > 0) {
                reduce(answers, view.lines().get(view.lines().size() - 1), less, reason);
            }
            answer("marketing", Group.MARKETING_MANAGERS, "Task_ReviewClaim", answers);
        });
    }

    /** Finance agrees to the payment, where it is asked. */
    DemoStory countersigned(LocalDate day) {
        return on(day, () -> {
            if (stage() == Stage.CLAIM_AUTHORIZATION) {
                answer("finance", Group.FINANCE, "Task_AuthorizeClaim", decision("APPROVE", ""));
            }
        });
    }

    private static void reduce(Map<String, Object> answers, CostLineView line, BigDecimal less, String reason) {
        answers.put("verdict" + line.number(), "CHANGED");
        answers.put("accepted" + line.number(), line.cost().subtract(less).doubleValue());
        answers.put("reason" + line.number(), reason);
    }

    DemoStory refused(LocalDate day, String reason) {
        return on(
                day,
                () -> answer("marketing", Group.MARKETING_MANAGERS, "Task_ReviewClaim", decision("REJECT", reason)));
    }

    DemoStory appealed(LocalDate day, String words) {
        return on(day, () -> scene.process().appeal(number, words, applicant.user()));
    }

    DemoStory settled(LocalDate day) {
        var paidOn = DemoAgenda.workday(day);
        return on(
                day,
                () -> answer(
                        "finance",
                        Group.FINANCE,
                        "Task_SettlePayment",
                        Map.of("paymentReference", "ПП-" + number.substring(4), "paidOn", paidOn.toString())));
    }

    private DemoStory on(LocalDate day, Runnable action) {
        steps.add(new Step(DemoAgenda.workday(day), action));
        return this;
    }

    private void answer(String user, Group group, String task, Map<String, Object> answers) {
        scene.agenda().answer(user, group, number, task, answers);
    }

    private static Map<String, Object> decision(String decision, String comment) {
        return Map.of("decision", decision, "comment", comment);
    }

    private CoFundingView view() {
        return scene.process().byCaseNumber(number).orElseThrow();
    }

    private Stage stage() {
        return Stage.valueOf(scene.cases().byNumber(number).orElseThrow().stage());
    }

    private static ByteArrayInputStream pdf(String title, String line) {
        return new ByteArrayInputStream(DemoPdf.of(title, line));
    }
}
