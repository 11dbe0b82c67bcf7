package kz.intelligentplatforms.partners.cofunding.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CasePages;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.Duplicates;
import kz.intelligentplatforms.partners.cofunding.Duplicates.Duplicate;
import kz.intelligentplatforms.partners.cofunding.Payments;
import kz.intelligentplatforms.partners.cofunding.Payments.Payment;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.documents.CaseFile;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundEntries;
import kz.intelligentplatforms.partners.funds.FundEntry;
import kz.intelligentplatforms.partners.funds.FundLedger;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests for co-funding among all cases, in a number of queries that does not grow with what belongs to them. */
@Component
class CoFundingCasePages implements CasePages {

    private final CoFundingProcess process;
    private final CoFundingFiles files;
    private final Duplicates duplicates;
    private final Payments payments;
    private final FundEntries entries;
    private final FundLedger ledger;
    private final Budgets budgets;
    private final Accounts accounts;
    private final Texts texts;

    CoFundingCasePages(
            CoFundingProcess process,
            CoFundingFiles files,
            Duplicates duplicates,
            Payments payments,
            FundEntries entries,
            FundLedger ledger,
            Budgets budgets,
            Accounts accounts,
            Texts texts) {
        this.process = process;
        this.files = files;
        this.duplicates = duplicates;
        this.payments = payments;
        this.entries = entries;
        this.ledger = ledger;
        this.budgets = budgets;
        this.accounts = accounts;
        this.texts = texts;
    }

    /**
     * A request as the vendor's people see it.
     *
     * @param held what is reserved for it now, in KZT
     * @param entries what happened to its money, oldest first
     * @param funds those of the entries, by id
     * @param duplicates sentences on what of its claim was claimed before
     * @param names of all users in it, by id
     */
    record CoFundingCase(
            CoFundingView request,
            Stage stage,
            BigDecimal held,
            List<FundEntry> entries,
            Map<Long, FundView> funds,
            @Nullable Payment payment,
            List<CaseFile> attachments,
            List<ProofFiles> proofs,
            List<String> duplicates,
            Map<String, String> names) {

        /** A manager may give more time for the claim. */
        public boolean isExtendable() {
            return stage == Stage.PROOF && !request.extended();
        }

        public String nameOf(String user) {
            return names.getOrDefault(user, user);
        }
    }

    /** The files of one proof. */
    record ProofFiles(Proof proof, boolean required, List<CaseFile> files) {}

    @Override
    public CaseKind kind() {
        return CoFundingProcess.CASES;
    }

    @Override
    public Optional<String> portalPage(String caseNumber) {
        return Optional.of("/portal/co-funding/cases/" + caseNumber);
    }

    @Override
    public Optional<StaffPart> staffPart(CaseView view, Collection<String> groups) {
        return process.byCaseNumber(view.number())
                .map(request -> new StaffPart(
                        "cofunding/staff-case :: request",
                        "coFunding",
                        of(request, Stage.valueOf(view.stage()), groups)));
    }

    private CoFundingCase of(CoFundingView request, Stage stage, Collection<String> groups) {
        var number = request.caseNumber();
        var holder = FileHolder.ofCase(request.partnerId(), number);
        var posted = entries.ofCase(number);
        var payment = payments.of(number);
        return new CoFundingCase(
                request,
                stage,
                ledger.heldBy(number),
                posted,
                budgets.byIds(posted.stream().map(FundEntry::fundId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(FundView::id, Function.identity())),
                payment.orElse(null),
                CaseFile.of(files.attachments(holder), groups),
                proofsOf(request, holder, groups),
                request.claimed() == null
                        ? List.of()
                        : duplicates.of(request).stream().map(this::sentence).toList(),
                namesIn(request, posted, payment));
    }

    private List<ProofFiles> proofsOf(CoFundingView request, FileHolder holder, Collection<String> groups) {
        return files.proofs(holder).entrySet().stream()
                .map(proof -> new ProofFiles(
                        proof.getKey(),
                        request.proofs().contains(proof.getKey()),
                        CaseFile.of(proof.getValue(), groups)))
                .filter(proof -> proof.required() || !proof.files().isEmpty())
                .toList();
    }

    private String sentence(Duplicate duplicate) {
        return texts.get(duplicate.text(), duplicate.what(), duplicate.caseNumber());
    }

    private Map<String, String> namesIn(CoFundingView request, List<FundEntry> posted, Optional<Payment> payment) {
        var users = Stream.concat(
                        Stream.concat(Stream.of(request.submittedBy()), request.deciders().stream()),
                        Stream.concat(
                                posted.stream().map(FundEntry::postedBy),
                                payment.stream().map(Payment::recordedBy)))
                .collect(Collectors.toSet());
        var names = new HashMap<>(accounts.namesOf(users));
        names.put(FundLedger.SYSTEM, texts.get("case.actor.SYSTEM"));
        return names;
    }
}
