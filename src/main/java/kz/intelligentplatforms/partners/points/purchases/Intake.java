package kz.intelligentplatforms.partners.points.purchases;

import static java.util.Comparator.comparingInt;
import static kz.intelligentplatforms.partners.points.purchases.PurchaseField.DATE;
import static kz.intelligentplatforms.partners.points.purchases.PurchaseField.DOCUMENT_NUMBER;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.Partners.Member;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over, looked at part by part: which of its purchases are new, known or nobody's, and what is wrong with it. What it says
 * holds while its caller keeps the {@link PurchaseStore#lock gate}; before, it is a forecast.
 */
final class Intake {

    /** So many flaws are told; who has more mends these first. */
    static final int MAX_FLAWS = 10_000;

    /** So many purchases that count for nobody are named; a file may have no others. */
    static final int MAX_NOTES = 1_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final PurchaseStore store;
    private final Partners partners;
    private final PurchaseRules rules;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Flaw> notes = new ArrayList<>();
    private int noted;
    private int skipped;

    /**
     * @param today in the program's time zone
     * @param zone the program's
     */
    Intake(PurchaseStore store, Partners partners, LocalDate today, ZoneId zone) {
        this.store = store;
        this.partners = partners;
        this.rules = new PurchaseRules(today, zone);
    }

    private record Candidate(PurchaseLine line, Purchase purchase) {}

    /**
     * Sorts some lines, in three queries however many they are. Those that cannot be read are left out, and {@link #flaws} tells why; so
     * are those that count for nothing, of which {@link #notes} tells.
     */
    List<Sorted> sort(List<PurchaseLine> lines) {
        var candidates = new ArrayList<Candidate>(lines.size());
        for (var line : lines) {
            read(line)
                    .filter(purchase -> isFirst(line, purchase))
                    .ifPresent(purchase -> candidates.add(new Candidate(line, purchase)));
        }
        var documents = new ArrayList<String>(candidates.size());
        var numbers = new HashSet<String>();
        for (var candidate : candidates) {
            documents.add(candidate.purchase().documentNumber());
            numbers.add(candidate.purchase().taxNumber());
        }
        var stored = store.stored(documents);
        var members = partners.byTaxNumbers(numbers);
        var sorted = new ArrayList<Sorted>(candidates.size());
        for (var candidate : candidates) {
            var purchase = candidate.purchase();
            sort(candidate.line(), purchase, stored.get(purchase.documentNumber()), members.get(purchase.taxNumber()))
                    .ifPresent(sorted::add);
        }
        return sorted;
    }

    /** Only what cannot be read is a flaw of the hand-over: what counts for nothing is skipped. */
    private Optional<Purchase> read(PurchaseLine line) {
        var found = new ArrayList<Flaw>();
        var purchase = rules.read(line, found::add);
        if (!found.isEmpty() && found.stream().allMatch(Flaw::countsForNothing)) {
            skipped++;
            note(found.get(0));
        } else {
            found.forEach(this::add);
        }
        return purchase;
    }

    private boolean isFirst(PurchaseLine line, Purchase purchase) {
        var before = seen.putIfAbsent(purchase.documentNumber(), line.line());
        if (before != null) {
            add(Flaw.of(DOCUMENT_NUMBER, line.cell(DOCUMENT_NUMBER), Flaw.Kind.DUPLICATE, before.toString()));
        }
        return before == null;
    }

    private Optional<Sorted> sort(
            PurchaseLine line, Purchase purchase, @Nullable Purchase stored, @Nullable Member member) {
        if (stored != null) {
            if (stored.equals(purchase)) {
                return Optional.of(new Sorted(line.line(), purchase, Outcome.KNOWN, null));
            }
            add(Flaw.of(DOCUMENT_NUMBER, line.cell(DOCUMENT_NUMBER), Flaw.Kind.CONFLICT));
            return Optional.empty();
        }
        if (member == null) {
            return Optional.of(new Sorted(line.line(), purchase, Outcome.UNMATCHED, null));
        }
        if (!member.wasMemberOn(purchase.date())) {
            // Its next term may still be agreed on.
            note(Flaw.of(DATE, line.cell(DATE), Flaw.Kind.OUTSIDE_TERM, terms(member)));
            return Optional.of(new Sorted(line.line(), purchase, Outcome.UNMATCHED, null));
        }
        return Optional.of(new Sorted(line.line(), purchase, Outcome.RECORDED, member.id()));
    }

    /** Such as 01.03.2026–31.12.2026. */
    static String terms(Member member) {
        return member.terms().stream()
                .map(term -> DAY.format(term.startsOn()) + "–" + DAY.format(term.endsOn()))
                .collect(Collectors.joining(", "));
    }

    void add(Flaw flaw) {
        if (!isFull()) {
            flaws.add(flaw);
        }
    }

    private void note(Flaw note) {
        noted++;
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    /** Why lines that can be read count for nobody: the first of them. */
    List<Flaw> notes() {
        return notes.stream().sorted(comparingInt(Flaw::line)).toList();
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
    List<Flaw> flaws() {
        return flaws.stream().sorted(comparingInt(Flaw::line)).toList();
    }
}
