package kz.intelligentplatforms.partners.tierupgrade.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.documents.CaseFile;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.tierupgrade.CheckView;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.PlanVersion;
import kz.intelligentplatforms.partners.tierupgrade.TierApplicationView;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applications for levels among all cases, in a number of queries that does not grow with what belongs to them. */
@Component
class LevelCasePages implements CasePages {

    private final TierUpgradeProcess process;
    private final Documents documents;
    private final Accounts accounts;

    LevelCasePages(TierUpgradeProcess process, Documents documents, Accounts accounts) {
        this.process = process;
        this.documents = documents;
        this.accounts = accounts;
    }

    /** @param plans the versions of the sales plan, oldest first */
    record LevelCase(TierApplicationView application, Evidence evidence, List<PlanVersion> plans, List<Part> parts) {}

    /** One requirement of an application. */
    record Part(CheckView check, @Nullable String checkedBy, List<CaseFile> files) {}

    @Override
    public CaseKind kind() {
        return TierUpgradeProcess.CASES;
    }

    @Override
    public Optional<String> portalPage(String caseNumber) {
        return Optional.of("/portal/level/cases/" + caseNumber);
    }

    @Override
    public Optional<StaffPart> staffPart(CaseView view, Collection<String> groups) {
        var number = view.number();
        return process.byCaseNumber(number).map(application -> {
            var names = accounts.namesOf(application.checks().stream()
                    .map(CheckView::checkedBy)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            var files = documents.inFolders(number);
            var parts = application.checks().stream()
                    .map(check -> new Part(
                            check,
                            check.checkedBy() == null ? null : names.getOrDefault(check.checkedBy(), check.checkedBy()),
                            filesOf(number, check, files, groups)))
                    .toList();
            return new StaffPart(
                    "tierupgrade/staff-part :: application",
                    "level",
                    new LevelCase(application, process.evidenceOf(number), process.planVersions(number), parts));
        });
    }

    private static List<CaseFile> filesOf(
            String number, CheckView check, Map<String, List<DocumentView>> files, Collection<String> groups) {
        return CaseFile.of(files.getOrDefault(number + "/" + check.requirement(), List.of()), groups);
    }
}
