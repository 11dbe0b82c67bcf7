package kz.intelligentplatforms.partners.purchases;

import static java.util.Comparator.comparingInt;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.CORRECTS;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DATE;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_ID;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_NUMBER;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.Partners.Member;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.web.Dates;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over, looked at part by part: which of its purchases are new, known or nobody's, and what is wrong with it. What it says
 * holds while its caller keeps the {@link PurchaseStore#lock gate}; before, it is a forecast.
 */
final class PurchaseClassifier {

    /** So many flaws are told; who has more mends these first. */
    static final int MAX_FLAWS = 10_000;

    /** So many purchases that count for nobody are named; a file may have no others. */
    static final int MAX_NOTES = 1_000;

    private final PurchaseStore store;
    private final Partners partners;
    private final PurchaseRules rules;
    private final DocumentIndex<Candidate> seen =
            new DocumentIndex<>(candidate -> candidate.purchase().document());
    private final List<Violation> flaws = new ArrayList<>();
    private final List<Violation> notes = new ArrayList<>();
    private int noted;
    private int skipped;

    /**
     * @param today in the program's time zone
     * @param zone the program's
     */
    PurchaseClassifier(PurchaseStore store, Partners partners, LocalDate today, ZoneId zone) {
        this.store = store;
        this.partners = partners;
        this.rules = new PurchaseRules(today, zone);
    }

    private record Candidate(PurchaseLine line, Purchase purchase) {

        /** Whether it says what is right in the place of what was recorded of its document. */
        private boolean corrects() {
            return PurchaseRules.corrects(line);
        }
    }

    /**
     * Sorts some lines, in few queries however many they are. Those that cannot be read are left out, and {@link #flaws} tells why; so
     * are those that count for nothing, of which {@link #notes} tells.
     */
    List<ClassifiedPurchase> sort(List<PurchaseLine> lines) {
        var candidates = new ArrayList<Candidate>(lines.size());
        for (var line : lines) {
            read(line).ifPresent(purchase -> candidates.add(new Candidate(line, purchase)));
        }
        var documents = new ArrayList<PurchaseDocument>(candidates.size());
        var buyers = new HashSet<TaxIdentity>();
        for (var candidate : candidates) {
            documents.add(candidate.purchase().document());
            buyers.add(candidate.purchase().buyer());
        }
        var stored = store.stored(documents);
        var members = partners.byIdentities(buyers);
        var sorted = new ArrayList<ClassifiedPurchase>(candidates.size());
        for (var candidate : candidates) {
            sort(candidate, stored, members.get(candidate.purchase().buyer())).ifPresent(sorted::add);
        }
        return sorted;
    }

    /** Only what cannot be read is a flaw of the hand-over: what counts for nothing is skipped. */
    private Optional<Purchase> read(PurchaseLine line) {
        var found = new ArrayList<Violation>();
        var purchase = rules.read(line, found::add);
        if (!found.isEmpty() && found.stream().allMatch(Violation::countsForNothing)) {
            skipped++;
            note(found.get(0));
        } else {
            found.forEach(this::add);
        }
        return purchase;
    }

    private Optional<ClassifiedPurchase> sort(
            Candidate candidate, DocumentIndex<StoredPurchase> stored, @Nullable Member member) {
        var document = candidate.purchase().document();
        var before = seen.of(document);
        if (before.stream().anyMatch(each -> each.purchase().saysTheSameAs(candidate.purchase()))) {
            return Optional.of(known(candidate));
        }
        if (!before.isEmpty()) {
            var line = before.get(0).line().line();
            return refuse(candidate, DOCUMENT_NUMBER, Violation.Kind.DUPLICATE, String.valueOf(line));
        }
        // Without its cells: a file may have many lines.
        seen.add(new Candidate(new PurchaseLine(candidate.line().line(), 0, Map.of()), candidate.purchase()));
        var versions = stored.of(document);
        if (candidate.corrects()) {
            return correction(candidate, versions, member);
        }
        if (versions.isEmpty()) {
            return place(candidate, null, member);
        }
        // What was corrected since may be sent again as it was: it has been taken into account.
        return versions.stream().anyMatch(each -> each.purchase().saysTheSameAs(candidate.purchase()))
                ? Optional.of(known(candidate))
                : refuse(candidate, DOCUMENT_NUMBER, Violation.Kind.CONFLICT, told(latest(versions)));
    }

    private Optional<ClassifiedPurchase> correction(
            Candidate candidate, List<StoredPurchase> versions, @Nullable Member member) {
        if (versions.isEmpty()) {
            return refuse(candidate, CORRECTS, Violation.Kind.NOTHING_TO_CORRECT);
        }
        var standing = versions.stream().filter(StoredPurchase::standing).toList();
        if (standing.size() > 1) {
            return refuse(candidate, DOCUMENT_ID, Violation.Kind.SEVERAL_DOCUMENTS);
        }
        var latest = standing.isEmpty() ? latest(versions) : standing.get(0);
        if (latest.purchase().saysTheSameAs(candidate.purchase())) {
            return Optional.of(known(candidate));
        }
        return standing.isEmpty()
                ? refuse(candidate, CORRECTS, Violation.Kind.VOIDED, told(latest))
                : place(candidate, latest, owner(candidate.purchase(), latest, member));
    }

    /**
     * People say what is right in the place of a purchase, of which everything may be wrong. What counts for nothing is a flaw here:
     * whoever means that voids it.
     */
    Optional<ClassifiedPurchase> correct(StoredPurchase wrong, PurchaseLine line) {
        return rules.read(line, this::add).flatMap(right -> {
            var candidate = new Candidate(line, right);
            var others = store.stored(List.of(right.document())).of(right.document()).stream()
                    .filter(other -> !other.equals(wrong))
                    // What neither counts nor has a later revision is an earlier version, or out of the way.
                    .filter(other -> other.standing() || other.revision() > wrong.revision())
                    .toList();
            return others.isEmpty()
                    ? place(candidate, wrong, owner(right, wrong, memberOf(right)))
                    : refuse(candidate, DOCUMENT_NUMBER, Violation.Kind.CONFLICT, told(latest(others)));
        });
    }

    private @Nullable Member memberOf(Purchase purchase) {
        return partners.byIdentities(List.of(purchase.buyer())).get(purchase.buyer());
    }

    /** Whose a corrected purchase is: where its buyer is the same, it stays with the partner that people matched it to. */
    private @Nullable Member owner(Purchase purchase, StoredPurchase replaces, @Nullable Member member) {
        var partner = replaces.partnerId();
        return partner != null && replaces.purchase().buyer().equals(purchase.buyer())
                ? new Member(partner, partners.termsOf(partner))
                : member;
    }

    private Optional<ClassifiedPurchase> place(
            Candidate candidate, @Nullable StoredPurchase replaces, @Nullable Member member) {
        var purchase = candidate.purchase();
        int line = candidate.line().line();
        if (member == null) {
            return Optional.of(new ClassifiedPurchase(line, purchase, Outcome.UNMATCHED, null, replaces));
        }
        if (!member.wasMemberOn(purchase.date())) {
            // Its next term may still be agreed on.
            note(Violation.of(DATE, candidate.line().cell(DATE), Violation.Kind.OUTSIDE_TERM, terms(member)));
            return Optional.of(new ClassifiedPurchase(line, purchase, Outcome.UNMATCHED, null, replaces));
        }
        var outcome = replaces == null ? Outcome.RECORDED : Outcome.CORRECTED;
        return Optional.of(new ClassifiedPurchase(line, purchase, outcome, member.id(), replaces));
    }

    private static ClassifiedPurchase known(Candidate candidate) {
        return new ClassifiedPurchase(candidate.line().line(), candidate.purchase(), Outcome.KNOWN, null, null);
    }

    private Optional<ClassifiedPurchase> refuse(
            Candidate candidate, PurchaseField field, Violation.Kind kind, String... arguments) {
        add(Violation.of(field, candidate.line().cell(field), kind, arguments));
        return Optional.empty();
    }

    private static StoredPurchase latest(List<StoredPurchase> versions) {
        return Collections.max(
                versions, Comparator.comparing(StoredPurchase::standing).thenComparing(StoredPurchase::revision));
    }

    /** What an earlier purchase says, for people to compare: number, day, sum and buyer. */
    private static String[] told(StoredPurchase earlier) {
        var purchase = earlier.purchase();
        return new String[] {
            purchase.document().number(),
            Dates.numeric(purchase.date()),
            purchase.amount().toPlainString(),
            purchase.buyer().inWords()
        };
    }

    /** Such as 01.03.2026–31.12.2026. */
    static String terms(Member member) {
        return member.terms().stream()
                .map(term -> Dates.numeric(term.startsOn()) + "–" + Dates.numeric(term.endsOn()))
                .collect(Collectors.joining(", "));
    }

    void add(Violation flaw) {
        if (!isFull()) {
            flaws.add(flaw);
        }
    }

    private void note(Violation note) {
        noted++;
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    /** Why lines that can be read count for nobody: the first of them. */
    List<Violation> notes() {
        return notes.stream().sorted(comparingInt(Violation::line)).toList();
    }

    /** How many lines count for nobody though they can be read. */
    int noted() {
        return noted;
    }

    /** How many of them are not even kept apart. */
    int skipped() {
        return skipped;
    }

    /** Whether there is no use in looking further. */
    boolean isFull() {
        return flaws.size() >= MAX_FLAWS;
    }

    boolean isFlawless() {
        return flaws.isEmpty();
    }

    /** What was found so far, in the order of the lines. */
    List<Violation> flaws() {
        return flaws.stream().sorted(comparingInt(Violation::line)).toList();
    }
}
