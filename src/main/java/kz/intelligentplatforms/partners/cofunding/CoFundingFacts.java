package kz.intelligentplatforms.partners.cofunding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.Duplicates.Duplicate;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.Budgets.Holding;
import kz.intelligentplatforms.partners.funds.FundLedger;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tasks' forms show; the templates are in {@code cofunding/task-fragments}. */
@Component
@Transactional(readOnly = true)
class CoFundingFacts {

    private final FundLedger ledger;
    private final Budgets budgets;
    private final CoFundingRequests requests;
    private final CoFundingFiles files;
    private final Duplicates duplicates;
    private final Partners partners;
    private final Accounts accounts;

    CoFundingFacts(
            FundLedger ledger,
            Budgets budgets,
            CoFundingRequests requests,
            CoFundingFiles files,
            Duplicates duplicates,
            Partners partners,
            Accounts accounts) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.requests = requests;
        this.files = files;
        this.duplicates = duplicates;
        this.partners = partners;
        this.accounts = accounts;
    }

    /**
     * A request with all that there is to know before it is decided on.
     *
     * @param year whose money counts
     * @param fund which would pay; null where the year has none
     * @param count how many requests the partner has that begin in the year, and {@code holding} what it has of that year's money
     * @param proofs those that are required, and those that there are files of
     * @param hints messages
     * @param names of all users in it, by id
     */
    record Facts(
            CoFundingView request,
            PartnerView partner,
            int year,
            @Nullable FundView fund,
            long count,
            Holding holding,
            List<DocumentView> files,
            List<ProofFiles> proofs,
            List<Duplicate> duplicates,
            List<String> hints,
            Map<String, String> names) {

        /** Its lines have been decided on, by whoever had the claim before. */
        public boolean isDecided() {
            return request.lines().stream().anyMatch(line -> line.verdict() != null);
        }
    }

    /** The files of one proof. */
    record ProofFiles(Proof proof, boolean required, List<DocumentView> files) {}

    CoFundingView request(String caseNumber) {
        return requests.withLines(caseNumber).orElseThrow().view();
    }

    Facts of(String caseNumber) {
        var view = request(caseNumber);
        return of(view, view.startsOn().getYear());
    }

    /** Of a request whose activity is to move: what counts is the money of the year it moves to. */
    Facts ofChange(String caseNumber) {
        var view = request(caseNumber);
        return of(view, Objects.requireNonNull(view.newStartsOn()).getYear());
    }

    private Facts of(CoFundingView view, int year) {
        var fund = ledger.fundFor(year, view.activity()).orElse(null);
        var holder = FileHolder.ofCase(view.partnerId(), view.caseNumber());
        return new Facts(
                view,
                partners.byId(view.partnerId()).orElseThrow(),
                year,
                fund,
                requests.countOfYear(view.partnerId(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                budgets.holdingOf(view.partnerId(), year),
                files.attachments(holder),
                files.proofs(holder).entrySet().stream()
                        .map(files -> new ProofFiles(
                                files.getKey(), view.proofs().contains(files.getKey()), files.getValue()))
                        .filter(proof -> proof.required() || !proof.files().isEmpty())
                        .toList(),
                view.claimed() == null ? List.of() : duplicates.of(view),
                hints(view, fund),
                accounts.namesOf(view.deciders()));
    }

    private List<String> hints(CoFundingView view, @Nullable FundView fund) {
        var hints = new ArrayList<String>();
        if (view.claimed() == null
                && view.claimDueOn() == null
                && (fund == null || fund.available().compareTo(view.asked()) < 0)) {
            hints.add("cofunding.hint.little-money");
        }
        if (!partners.isActive(view.partnerId())) {
            hints.add("cofunding.hint.not-a-member");
        }
        return hints;
    }
}
