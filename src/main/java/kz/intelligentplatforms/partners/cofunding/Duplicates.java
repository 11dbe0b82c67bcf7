package kz.intelligentplatforms.partners.cofunding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a claim was claimed before, by this partner or another: the same number of an invoice, or the same file. */
@Component
@Transactional(readOnly = true)
public class Duplicates {

    /** Enough to look into; a number such as 1 is on many invoices. */
    private static final Limit MOST = Limit.of(20);

    private final CoFundingRequests requests;
    private final CoFundingFiles files;
    private final Documents documents;

    Duplicates(CoFundingRequests requests, CoFundingFiles files, Documents documents) {
        this.requests = requests;
        this.files = files;
        this.documents = documents;
    }

    /**
     * Something that was claimed before.
     *
     * @param text the key of a sentence about it, which takes the two words
     * @param what the number of the invoice, or the name of the file in this claim
     * @param caseNumber the other claim
     */
    public record Duplicate(String text, String what, String caseNumber) {}

    /** What was claimed before; empty where nothing was. */
    public List<Duplicate> of(CoFundingView claim) {
        var found = new ArrayList<Duplicate>();
        found.addAll(invoices(claim));
        found.addAll(sameFiles(claim));
        return found;
    }

    private List<Duplicate> invoices(CoFundingView claim) {
        var numbers = claim.lines().stream()
                .filter(Duplicates::isInvoiced)
                .collect(Collectors.toMap(Duplicates::keyOf, Function.identity(), (first, second) -> first));
        if (numbers.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Duplicate>();
        for (var other : requests.withLines(requests.withInvoices(numbers.keySet(), claim.caseNumber(), MOST))) {
            other.view().lines().stream()
                    .filter(line -> isInvoiced(line) && numbers.containsKey(keyOf(line)))
                    .map(line -> new Duplicate(
                            "cofunding.duplicate.invoice", Objects.requireNonNull(line.invoiceNumber()), other.getId()))
                    .distinct()
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isInvoiced(CostLineView line) {
        return line.invoiceNumber() != null && line.isIncurred();
    }

    private static String keyOf(CostLineView line) {
        return DocumentNumbers.looseKey(Objects.requireNonNull(line.invoiceNumber()));
    }

    private List<Duplicate> sameFiles(CoFundingView claim) {
        var own = files.proofs(FileHolder.ofCase(claim.partnerId(), claim.caseNumber())).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(DocumentView::sha256, Function.identity(), (first, second) -> first));
        return documents.withContent(own.keySet()).stream()
                .filter(file -> isProofOfAnother(file, claim.caseNumber()))
                .map(file -> new Duplicate(
                        "cofunding.duplicate.file",
                        Objects.requireNonNull(own.get(file.sha256())).fileName(),
                        CoFundingFiles.caseProvedBy(file)))
                .distinct()
                .toList();
    }

    private static boolean isProofOfAnother(DocumentView file, String caseNumber) {
        var proved = CoFundingFiles.caseProvedBy(file);
        return !proved.isEmpty() && !proved.equals(caseNumber);
    }
}
