package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesPlan;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesSpecialist;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tasks' forms show, in Russian, fresh from the database: one JSON variable {@code facts} a task. */
@Component
class TaskFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final TierApplications applications;
    private final TierUpgrades upgrades;
    private final EvidenceStore evidence;
    private final Documents documents;
    private final RequirementRecords records;
    private final PartnerLevels levels;
    private final ProgramRules rules;
    private final Accounts accounts;
    private final ProgramSettings settings;
    private final Texts texts;

    TaskFacts(
            TierApplications applications,
            TierUpgrades upgrades,
            EvidenceStore evidence,
            Documents documents,
            RequirementRecords records,
            PartnerLevels levels,
            ProgramRules rules,
            Accounts accounts,
            ProgramSettings settings,
            Texts texts) {
        this.applications = applications;
        this.upgrades = upgrades;
        this.evidence = evidence;
        this.documents = documents;
        this.records = records;
        this.levels = levels;
        this.rules = rules;
        this.accounts = accounts;
        this.settings = settings;
        this.texts = texts;
    }

    /** Puts the facts on the task; company and number are its own variables too, which Tasklist shows on its cards. */
    void show(DelegateTask task, Map<String, Object> facts) {
        task.setVariableLocal("companyName", facts.get("companyName"));
        task.setVariableLocal("bin", facts.get("bin"));
        task.setVariableLocal("caseNumber", facts.get("caseNumber"));
        task.setVariableLocal("facts", Spin.JSON(facts));
    }

    Map<String, Object> ofCheck(String number, Requirement requirement) {
        var view = applications.withChecks(number).orElseThrow().view();
        var partner = upgrades.partnerOf(number);
        var part = evidence.of(number, requirement);
        var facts = common(view, partner);
        facts.put(
                "earlierReason",
                view.check(requirement)
                        .map(CheckView::reason)
                        .map(reason -> Objects.requireNonNullElse(reason, ""))
                        .orElse(""));
        facts.put("files", files(documents.inFolder(TierUpgrades.folder(number, requirement))));
        facts.put("earlier", earlier(partner.id(), requirement));
        facts.put("hints", hints(part, partner.id()));
        facts.putAll(evidence(number, requirement, part));
        return facts;
    }

    private Map<String, Object> common(TierApplicationView view, PartnerView partner) {
        var identity = partner.company().identity();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("caseNumber", view.caseNumber());
        facts.put("caseLink", "/staff/cases/" + view.caseNumber());
        facts.put("partnerLink", "/staff/partners/" + partner.id());
        facts.put("companyName", partner.company().name());
        facts.put("bin", identity.taxNumber());
        facts.put(
                "identity",
                texts.russian(
                        identity.isKazakh() ? "identity.bin" : "identity.foreign",
                        identity.taxNumber(),
                        identity.country()));
        facts.put("tier", levelInWords(partner));
        facts.put("target", texts.russian("tier." + view.target()));
        facts.put("submittedAt", minute(view.submittedAt()));
        facts.put("earlierReason", "");
        facts.put("files", List.of());
        facts.put("earlier", List.of());
        facts.put("hints", List.of());
        return facts;
    }

    private String levelInWords(PartnerView partner) {
        var level = texts.russian("tier." + partner.tier());
        return partner.serviceStatus() ? level + ", " + texts.russian("tier.SERVICE") : level;
    }

    private List<Map<String, Object>> earlier(long partnerId, Requirement requirement) {
        var checks = records.of(partnerId).stream()
                .filter(checked -> checked.requirement() == requirement)
                .toList();
        var names = accounts.namesOf(
                checks.stream().map(RequirementRecords.Checked::checkedBy).collect(Collectors.toSet()));
        return checks.stream()
                .map(checked -> Map.<String, Object>of(
                        "verdict", texts.russian("check.verdict." + checked.verdict()),
                        "when", minute(checked.checkedAt()),
                        "who", names.getOrDefault(checked.checkedBy(), checked.checkedBy()),
                        "validUntil", day(checked.validUntil())))
                .toList();
    }

    private List<Map<String, Object>> files(List<DocumentView> files) {
        return files.stream()
                .map(file -> Map.<String, Object>of(
                        "name", file.fileName(),
                        "link", file.link(),
                        "size", texts.russian("documents.size.kb", (file.size() + 1023) / 1024)))
                .toList();
    }

    private List<String> hints(Evidence part, long partnerId) {
        return evidence.presentedByOthers(part, partnerId).stream()
                .map(certificate -> texts.russian("hint.certificate-of-another", certificate))
                .toList();
    }

    private Map<String, Object> evidence(String number, Requirement requirement, Evidence part) {
        return switch (requirement) {
            case REGISTRATION -> Map.of();
            case JOINT_SALES_PLAN ->
                Map.of("plan", plan(Objects.requireNonNull(part.salesPlan())), "versions", versions(number));
            case SALES_SPECIALIST -> Map.of("person", person(Objects.requireNonNull(part.salesSpecialist())));
            case CERTIFIED_TECHNICAL_STAFF, PRODUCT_ENGINEER ->
                Map.of(
                        "certificates",
                        part.certificates().stream().map(TaskFacts::certificate).toList());
            case JOINT_SOLUTIONS -> Map.of("solutions", part.solutions());
            case SERVICE_PROGRAMS -> Map.of("programs", part.servicePrograms());
        };
    }

    private static Map<String, String> person(SalesSpecialist person) {
        return Map.of(
                "name", person.name(),
                "email", person.shownEmail(),
                "phone", person.phone(),
                "employment", person.employment());
    }

    private static Map<String, Object> plan(SalesPlan plan) {
        var facts = figures(plan);
        facts.put("year", plan.year());
        facts.put("productLines", plan.productLines());
        facts.put("marketing", plan.marketing());
        return facts;
    }

    private static Map<String, Object> figures(SalesPlan plan) {
        var facts = new LinkedHashMap<String, Object>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            facts.put("q" + quarter, Money.inWords(plan.targets().get(quarter - 1)));
        }
        facts.put("total", Money.inWords(plan.total()));
        return facts;
    }

    private List<Map<String, Object>> versions(String number) {
        return evidence.versionsOf(number, Requirement.JOINT_SALES_PLAN).stream()
                .map(version -> {
                    var facts =
                            figures(Objects.requireNonNull(version.evidence().salesPlan()));
                    facts.put("who", texts.russian("case.turn." + version.side()));
                    facts.put("when", minute(version.writtenAt()));
                    facts.put("note", Objects.requireNonNullElse(version.note(), ""));
                    return facts;
                })
                .toList();
    }

    private static Map<String, Object> certificate(Evidence.PersonsCertificate one) {
        var certificate = one.certificate();
        return Map.of(
                "name", one.name(),
                "course", certificate.course(),
                "number", certificate.number(),
                "issued", day(TypedText.day(certificate.issued()).orElse(null)),
                "validUntil", day(certificate.expiry().orElse(null)));
    }

    Map<String, Object> ofDecision(String number) {
        var view = applications.withChecks(number).orElseThrow().view();
        var partner = upgrades.partnerOf(number);
        var facts = common(view, partner);
        facts.put("earlierReason", Objects.requireNonNullElse(view.decisionReason(), ""));
        var names = accounts.namesOf(view.checks().stream()
                .map(CheckView::checkedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        facts.put(
                "checks",
                view.checks().stream().map(check -> check(view, check, names)).toList());
        facts.put(
                "files",
                files(documents.inFolders(number).values().stream()
                        .flatMap(List::stream)
                        .toList()));
        facts.put("outcome", outcome(view, partner));
        return facts;
    }

    private Map<String, Object> check(TierApplicationView view, CheckView check, Map<String, String> names) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("requirement", texts.russian(TierUpgrades.subject(check.requirement())));
        facts.put("verdict", texts.russian("check.verdict." + check.status()));
        facts.put("who", check.checkedBy() == null ? "" : names.getOrDefault(check.checkedBy(), check.checkedBy()));
        facts.put("when", check.checkedAt() == null ? "" : minute(check.checkedAt()));
        facts.put("validUntil", day(check.validUntil()));
        facts.put("comment", Objects.requireNonNullElse(check.reason(), ""));
        facts.put("reused", check.reused());
        facts.put("link", "/staff/cases/" + view.caseNumber() + "#" + check.requirement());
        return facts;
    }

    /** What an approval will do, line by line. */
    private List<String> outcome(TierApplicationView view, PartnerView partner) {
        var tier = view.target().tier().orElse(partner.tier());
        boolean service = view.target().isService() || (partner.serviceStatus() && rules.allowsServiceStatus(tier));
        var lines = new ArrayList<String>();
        lines.add(
                view.target().isService()
                        ? texts.russian("outcome.service")
                        : texts.russian("outcome.level", texts.russian("tier." + tier)));
        if (partner.serviceStatus() && !service) {
            lines.add(texts.russian("outcome.service-ends"));
        }
        var due = rules.benefitsOf(tier, service);
        var held = levels.benefitsOf(partner.id());
        benefits("outcome.granted", due, held, lines);
        benefits("outcome.withdrawn", held, due, lines);
        return lines;
    }

    private void benefits(String message, Set<Benefit> these, Set<Benefit> butNotThose, List<String> lines) {
        var changed = new TreeSet<Benefit>(Comparator.naturalOrder());
        changed.addAll(these);
        changed.removeAll(butNotThose);
        changed.forEach(benefit -> lines.add(texts.russian(message, texts.russian("benefit." + benefit))));
    }

    private String minute(Instant moment) {
        return ZonedDateTime.ofInstant(moment, settings.timeZone()).format(MINUTE);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DAY);
    }
}
