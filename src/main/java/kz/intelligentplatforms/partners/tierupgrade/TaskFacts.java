package kz.intelligentplatforms.partners.tierupgrade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tasks' forms show. */
@Component
@Transactional(readOnly = true)
class TaskFacts {

    private final TierApplications applications;
    private final TierUpgradeSteps upgrades;
    private final EvidenceStore evidence;
    private final Documents documents;
    private final RequirementRecords records;
    private final PartnerLevels levels;
    private final ProgramRules rules;
    private final Accounts accounts;
    private final Texts texts;

    TaskFacts(
            TierApplications applications,
            TierUpgradeSteps upgrades,
            EvidenceStore evidence,
            Documents documents,
            RequirementRecords records,
            PartnerLevels levels,
            ProgramRules rules,
            Accounts accounts,
            Texts texts) {
        this.applications = applications;
        this.upgrades = upgrades;
        this.evidence = evidence;
        this.documents = documents;
        this.records = records;
        this.levels = levels;
        this.rules = rules;
        this.accounts = accounts;
        this.texts = texts;
    }

    /**
     * What the form of a check shows.
     *
     * @param reason why it was returned before
     * @param plans the versions of the sales plan, oldest first
     * @param earlier how the requirement was judged before, in any case
     * @param names by the ids of who judged
     * @param presentedByOthers numbers of certificates
     */
    record OfCheck(
            TierApplicationView application,
            PartnerView partner,
            @Nullable String reason,
            Requirement requirement,
            Evidence evidence,
            List<PlanVersion> plans,
            List<DocumentView> files,
            List<Checked> earlier,
            Map<String, String> names,
            List<String> presentedByOthers) {}

    /**
     * What the form of the decision shows.
     *
     * @param reason why the application was returned before
     * @param names by the ids of who checked
     * @param outcome what an approval will do, line by line
     */
    record OfDecision(
            TierApplicationView application,
            PartnerView partner,
            @Nullable String reason,
            Map<String, String> names,
            List<DocumentView> files,
            List<String> outcome) {}

    OfCheck ofCheck(String number, Requirement requirement) {
        var view = applications.withChecks(number).orElseThrow().view();
        var partner = upgrades.partnerOf(number);
        var told = evidence.of(number, requirement);
        var earlier = records.of(partner.id()).stream()
                .filter(checked -> checked.requirement() == requirement)
                .toList();
        return new OfCheck(
                view,
                partner,
                view.check(requirement).map(CheckView::reason).orElse(null),
                requirement,
                told,
                evidence.versionsOf(number, requirement).stream()
                        .filter(version -> version.evidence().salesPlan() != null)
                        .map(PlanVersion::of)
                        .toList(),
                documents.inFolder(TierUpgradeSteps.folder(number, requirement)),
                earlier,
                names(earlier.stream().map(Checked::checkedBy)),
                evidence.presentedByOthers(told, partner.id()));
    }

    OfDecision ofDecision(String number) {
        var view = applications.withChecks(number).orElseThrow().view();
        var partner = upgrades.partnerOf(number);
        return new OfDecision(
                view,
                partner,
                view.decisionReason(),
                names(view.checks().stream().map(CheckView::checkedBy).filter(Objects::nonNull)),
                documents.inFolders(number).values().stream()
                        .flatMap(List::stream)
                        .toList(),
                outcome(view, partner));
    }

    private Map<String, String> names(Stream<String> users) {
        return accounts.namesOf(users.collect(Collectors.toSet()));
    }

    private List<String> outcome(TierApplicationView view, PartnerView partner) {
        var tier = view.target().tier().orElse(partner.tier());
        boolean service = view.target().isService() || (partner.serviceStatus() && rules.allowsServiceStatus(tier));
        var lines = new ArrayList<String>();
        lines.add(
                view.target().isService()
                        ? texts.get("outcome.service")
                        : texts.get("outcome.level", texts.get("tier." + tier)));
        if (partner.serviceStatus() && !service) {
            lines.add(texts.get("outcome.service-ends"));
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
        changed.forEach(benefit -> lines.add(texts.get(message, texts.get("benefit." + benefit))));
    }
}
