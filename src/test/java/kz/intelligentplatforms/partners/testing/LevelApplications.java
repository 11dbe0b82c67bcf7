package kz.intelligentplatforms.partners.testing;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PROGRAM_MANAGERS;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.LevelStage;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What members say to reach a level, and what was checked of them before. */
public class LevelApplications {

    private static final String USER = "somebody";

    private final Partners partners;
    private final RequirementRecords records;
    private final Cases cases;
    private final Documents documents;
    private final TierUpgradeProcess process;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LevelApplications(
            Partners partners,
            RequirementRecords records,
            Cases cases,
            Documents documents,
            TierUpgradeProcess process,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.partners = partners;
        this.records = records;
        this.cases = cases;
        this.documents = documents;
        this.process = process;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds a check by an account manager to a partner's standing, in a closed case of its own. */
    public void record(long partner, Requirement requirement, Verdict verdict, @Nullable LocalDate validUntil) {
        transaction.executeWithoutResult(status -> {
            var company = partners.byId(partner).orElseThrow().company();
            var number = cases.open(
                    TierUpgradeProcess.CASES,
                    company.name(),
                    "another " + partner,
                    CaseStep.closed(LevelStage.REJECTED),
                    Actor.SYSTEM,
                    CommonEvent.APPLIED);
            records.add(
                    partner,
                    new Checked(
                            requirement,
                            verdict,
                            "Evidence",
                            people.of(ACCOUNT_MANAGERS),
                            clock.instant(),
                            validUntil,
                            number));
        });
    }

    /** Applies for Corporate Reseller with a file beside the sales plan. */
    public String applyForEverything(long partner) {
        addFile(partner, "DRAFT/" + partner + "/CORPORATE_RESELLER", Requirement.JOINT_SALES_PLAN);
        return apply(partner, TargetStatus.CORPORATE_RESELLER);
    }

    public String apply(long partner, TargetStatus target) {
        return applyWith(partner, target, evidence());
    }

    public String applyWith(long partner, TargetStatus target, Evidence evidence) {
        return process.submit(partner, target, evidence, UUID.randomUUID().toString(), USER);
    }

    public void addFile(long partner, String folder, Requirement requirement) {
        documents.store(
                partner,
                folder + "/" + requirement,
                Set.of(ACCOUNT_MANAGERS, PROGRAM_MANAGERS),
                "plan.pdf",
                new ByteArrayInputStream(SampleFiles.pdf("plan")),
                USER);
    }

    /** Something about every requirement. */
    public Evidence evidence() {
        return new Evidence(
                new Evidence.SalesPlan(
                        String.valueOf(LocalDate.now(clock).getYear()),
                        "1500000",
                        "1500000",
                        "1500000",
                        "1500000",
                        "Controllers",
                        "Seminar <b>2026</b>"),
                new Evidence.SalesSpecialist("Seller", "seller@company.example", "+7 701 111 22 33", "Since March"),
                List.of(new Evidence.CertifiedPerson(
                        "Engineer", List.of(certificate("Course <i>A</i>", "Number-17"), certificate("B", "18")))),
                List.of(new Evidence.Solution("Pump station", "Water", "Waterworks", "Dispatching")),
                List.of(
                        new Evidence.ServiceProgram("SWS", "Within two days", "Тараз", "Engineer"),
                        new Evidence.ServiceProgram("AWS", "Within a day", "Тараз", "Engineer")),
                new Evidence.Engineer("Engineer", certificate("Service engineer", "Number-E")));
    }

    private Evidence.Certificate certificate(String course, String number) {
        var today = LocalDate.now(clock);
        return new Evidence.Certificate(
                course,
                number,
                today.minusYears(1).toString(),
                today.plusYears(1).toString());
    }
}
