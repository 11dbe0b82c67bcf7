package kz.intelligentplatforms.partners.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.purchases.PurchaseLine.Cell;
import kz.intelligentplatforms.partners.purchases.Purchases.Received;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Purchases come in on a real database: once each, all or none, each to whom it belongs. */
class PurchasesIT extends IntegrationTest {

    private static final int REPLAYS = 1_000;

    @Autowired
    private Purchases purchases;

    @Autowired
    private UnmatchedPurchases unmatched;

    @Autowired
    private PurchaseSearch search;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private long partner;
    private String bin;
    private String mark;

    @BeforeEach
    void aMember() {
        var member = members.achieving();
        partner = member.id();
        bin = member.partner().company().identity().taxNumber();
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aPurchaseIsRecordedOnceAndSignedByItsKind() {
        assertThat(record(
                        sale("1", bin, "2000000.00"), changed(sale("2", bin, "600000"), PurchaseField.KIND, "RETURN")))
                .extracting(Received::status)
                .containsExactly(Outcome.RECORDED, Outcome.RECORDED);
        assertThat(sum()).isEqualByComparingTo("1400000.00");

        assertThat(record(sale("1", bin, "2 000 000,00"), sale("3", bin, "1")))
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN, Outcome.RECORDED);
        assertThat(sum()).isEqualByComparingTo("1400001.00");
    }

    @Test
    void aThousandReplaysHaveTheEffectOfOne() {
        var answers = AtOnce.run(
                        REPLAYS / 20,
                        thread -> IntStream.range(0, 20)
                                .mapToObj(i ->
                                        record(sale("1", bin, "100")).get(0).status())
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(answers).hasSize(REPLAYS);
        assertThat(Collections.frequency(answers, Outcome.RECORDED)).isEqualTo(1);
        assertThat(Collections.frequency(answers, Outcome.KNOWN)).isEqualTo(REPLAYS - 1);
        assertThat(sum()).isEqualByComparingTo("100");
    }

    @Test
    void anotherPurchaseUnderTheSameNumberIsAConflict() {
        record(sale("1", bin, "100"));
        var other = members.achieving().partner().company().identity().taxNumber();
        assertFlaw(Violation.Kind.CONFLICT, sale("1", bin, "100.01"));
        assertFlaw(Violation.Kind.CONFLICT, sale("1", other, "100"));
        assertFlaw(Violation.Kind.CONFLICT, sale("1", Companies.newBin(), "100"));
        assertThat(sum()).isEqualByComparingTo("100");
    }

    @Test
    void theErpNumbersReturnsApartAndEachYearAnew() {
        var member = members.since(today().minusYears(1)).partner();
        var number = member.company().identity().taxNumber();
        var lastYear = changed(
                sale("7", number, "50"),
                PurchaseField.DATE,
                today().minusYears(1).toString());
        assertThat(record(sale("7", number, "100"), sale("7", number, "30", "RETURN"), lastYear))
                .extracting(Received::status)
                .containsOnly(Outcome.RECORDED);
        assertThat(record(sale("7", number, "100"), sale("7", number, "30", "RETURN"), lastYear))
                .extracting(Received::status)
                .containsOnly(Outcome.KNOWN);
        assertFlaw(Violation.Kind.CONFLICT, sale("7", number, "31", "RETURN"));
        assertThat(sum(member.id())).isEqualByComparingTo("120");
    }

    @Test
    void numbersThatLookTheSameAreTheSame() {
        var numbers = List.of(
                "РТ-" + mark + "-32", "PT-" + mark + "-32", "РТ-" + mark + "-0032", " рт-" + mark + "‑32\u200B ");
        for (var number : numbers) {
            var sent = changed(sale("1", bin, "1000"), PurchaseField.DOCUMENT_NUMBER, number);
            record(sent);
            assertThat(search.recorded(number, 0)).as(number).hasSize(1);
            assertFlaw(Violation.Kind.CONFLICT, changed(sent, PurchaseField.AMOUNT, "1001"));
        }
        assertThat(sum()).isEqualByComparingTo("1000");
    }

    @Test
    void theErpsOwnIdOfADocumentNamesItWhereItIsThere() {
        var one = changed(sale("1", bin, "10"), PurchaseField.DOCUMENT_ID, mark + "-A");
        var other = changed(sale("1", bin, "20"), PurchaseField.DOCUMENT_ID, mark + "-B");
        assertThat(record(one, other)).extracting(Received::status).containsOnly(Outcome.RECORDED);
        assertThat(record(changed(one, PurchaseField.DOCUMENT_ID, mark.toUpperCase(Locale.ROOT) + "-a"), other))
                .extracting(Received::status)
                .containsOnly(Outcome.KNOWN);
        assertThat(record(sale("1", bin, "20")))
                .as("from another export, without its id")
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);
        assertFlaw(Violation.Kind.CONFLICT, sale("1", bin, "30"));
        assertFlaw(Violation.Kind.CONFLICT, changed(one, PurchaseField.DOCUMENT_NUMBER, document("2")));
        assertFlaw(Violation.Kind.SEVERAL_DOCUMENTS, correcting(sale("1", bin, "30")));

        // Some exchanges repeat the number there.
        record(changed(sale("3", bin, "1"), PurchaseField.DOCUMENT_ID, document("3")));
        assertThat(record(changed(sale("3", bin, "1", "RETURN"), PurchaseField.DOCUMENT_ID, document("3"))))
                .extracting(Received::status)
                .containsExactly(Outcome.RECORDED);
    }

    @Test
    void aCorrectionTakesBackWhatWasRecordedAndSaysWhatIsRight() {
        record(sale("1", bin, "100"));
        assertThat(record(correcting(sale("1", bin, "80"))))
                .extracting(Received::status)
                .containsExactly(Outcome.CORRECTED);
        assertThat(record(correcting(sale("1", bin, "80"))))
                .as("sent again")
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);
        assertThat(record(sale("1", bin, "100")))
                .as("what it was before, sent again late")
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);
        assertFlaw(Violation.Kind.CONFLICT, sale("1", bin, "90"));
        assertThat(sum()).isEqualByComparingTo("80");
        assertThat(record(correcting(sale("1", bin, "100"))))
                .as("and back again")
                .extracting(Received::status)
                .containsExactly(Outcome.CORRECTED);
        assertThat(sum()).isEqualByComparingTo("100");
        var latest = search.recorded(document("1"), 0).getContent().get(0);
        assertThat(search.history(latest.id()))
                .extracting(each -> each.standing() + " " + each.amount())
                .containsExactly(
                        "REVERSED 100.00",
                        "REVERSAL -100.00",
                        "REVERSED 80.00",
                        "REVERSAL -80.00",
                        "CORRECTION 100.00");
        assertFlaw(Violation.Kind.NOTHING_TO_CORRECT, correcting(sale("2", bin, "1")));
        assertFlaw(Violation.Kind.NOTHING_TO_CORRECT, correcting(sale("1", bin, "1", "RETURN")));
    }

    @Test
    void aCorrectionMayMoveAPurchaseToAnotherBuyerOrToNobodyAndBack() {
        var stranger = Companies.newBin();
        var other = members.achieving().partner();
        record(sale("1", bin, "100"));
        record(correcting(sale("1", other.company().identity().taxNumber(), "100")));
        assertThat(sum()).isZero();
        assertThat(sum(other.id())).isEqualByComparingTo("100");

        assertThat(record(correcting(sale("1", stranger, "70"))))
                .extracting(Received::status)
                .containsExactly(Outcome.UNMATCHED);
        assertThat(sum(other.id())).isZero();
        record(correcting(sale("1", stranger, "60")));
        assertThat(search.unmatched(stranger, 0))
                .singleElement()
                .satisfies(kept -> assertThat(kept.amount()).isEqualByComparingTo("60"));
        assertThat(record(sale("1", stranger, "70")))
                .as("what it was before")
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);

        record(correcting(sale("1", bin, "60")));
        assertThat(search.unmatched(stranger, 0)).isEmpty();
        assertThat(sum()).isEqualByComparingTo("60");
    }

    @Test
    void whatSomebodyMatchedStaysMatchedWhenItIsCorrected() {
        var stranger = Companies.newBin();
        record(sale("1", stranger, "100"));
        unmatched.match(keptApart("1"), false, TaxIdentity.kazakh(bin), "finance");
        assertThat(record(correcting(sale("1", stranger, "90"))))
                .extracting(Received::status)
                .containsExactly(Outcome.CORRECTED);
        assertThat(sum()).isEqualByComparingTo("90");
        assertThat(record(correcting(sale("1", stranger, "90"))))
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);
    }

    @Test
    void ofManyWhoCorrectTheSameAtOnceEachIsCountedOnce() {
        record(sale("1", bin, "100"));
        var answers = AtOnce.run(
                8, number -> record(correcting(sale("1", bin, "80"))).get(0).status());
        assertThat(Collections.frequency(answers, Outcome.CORRECTED)).isEqualTo(1);
        assertThat(Collections.frequency(answers, Outcome.KNOWN)).isEqualTo(7);
        assertThat(sum()).isEqualByComparingTo("80");
    }

    @Test
    void ofTwoThatDifferAtTheSameMomentOneWins() {
        var answers = AtOnce.run(8, number -> {
            try {
                return record(sale("1", bin, "10" + number)).get(0).status().name();
            } catch (PurchasesRefused refused) {
                return refused.flaws().get(0).kind().name();
            }
        });
        assertThat(Collections.frequency(answers, "RECORDED")).isEqualTo(1);
        assertThat(Collections.frequency(answers, "CONFLICT")).isEqualTo(7);
    }

    @Test
    void oneFlawRecordsNothing() {
        assertFlaw(Violation.Kind.AMOUNT_FORM, sale("1", bin, "1"), sale("2", bin, "x"), sale("3", bin, "1"));
        assertFlaw(Violation.Kind.DUPLICATE, sale("1", bin, "1"), sale("1", bin, "2"));
        assertThat(sum()).isZero();
    }

    @Test
    void outsideTheTermItIsKeptApartAndTheTermIsTold() {
        var early = early("1", bin, "1");
        assertThat(record(early, sale("2", bin, "2")))
                .satisfiesExactly(
                        kept -> {
                            assertThat(kept.status()).isEqualTo(Outcome.UNMATCHED);
                            assertThat(kept.note()).isNotNull().satisfies(note -> {
                                assertThat(note.kind()).isEqualTo(Violation.Kind.OUTSIDE_TERM);
                                assertThat(note.field()).isEqualTo(PurchaseField.DATE);
                                assertThat(note.arguments().get(0)).contains("31.12." + today().getYear());
                            });
                        },
                        counted -> assertThat(counted.status()).isEqualTo(Outcome.RECORDED));
        assertThat(record(early)).extracting(Received::status).containsExactly(Outcome.KNOWN);
        assertThat(sum()).isEqualByComparingTo("2");
    }

    @Test
    void whatCountsForNothingIsSkippedAndNeverStandsInTheWay() {
        var nobodys = changed(sale("1", bin, "1"), PurchaseField.PARTNER_BIN, "\u00A0");
        var foreign = changed(sale("2", bin, "1"), PurchaseField.PARTNER_BIN, "7707083893");
        var misspelt = changed(sale("3", bin, "1"), PurchaseField.PARTNER_BIN, "050340001230");
        var dollars = changed(sale("4", bin, "1"), PurchaseField.CURRENCY, "USD");
        assertThat(record(nobodys, foreign, misspelt, dollars, sale("5", bin, "0"), sale("6", bin, "7")))
                .extracting(Received::documentNumber, Received::status)
                .containsExactly(
                        tuple(document("1"), Outcome.SKIPPED),
                        tuple(document("2"), Outcome.SKIPPED),
                        tuple(document("3"), Outcome.SKIPPED),
                        tuple(document("4"), Outcome.SKIPPED),
                        tuple(document("5"), Outcome.SKIPPED),
                        tuple(document("6"), Outcome.RECORDED));
        assertThat(sum()).isEqualByComparingTo("7");
        assertThat(record(sale("1", bin, "1")))
                .as("with its number, sent again")
                .extracting(Received::status)
                .containsExactly(Outcome.RECORDED);
        assertFlaw(Violation.Kind.REQUIRED, nobodys);
    }

    @Test
    void aBuyerOfNoCountryIsSkippedAndNeverStandsInTheWay() {
        var noCountry = foreign("1", "", "7707083893");
        var wrongCountry = foreign("2", "XX", "7707083893");
        var wrongNumber = foreign("3", "RU", "1");
        assertThat(record(noCountry, wrongCountry, wrongNumber, sale("4", bin, "7")))
                .extracting(
                        Received::status,
                        received ->
                                received.note() == null ? null : received.note().kind())
                .containsExactly(
                        tuple(Outcome.SKIPPED, Violation.Kind.REQUIRED),
                        tuple(Outcome.SKIPPED, Violation.Kind.COUNTRY),
                        tuple(Outcome.SKIPPED, Violation.Kind.TAX_NUMBER_FORM),
                        tuple(Outcome.RECORDED, null));
        assertThat(sum()).isEqualByComparingTo("7");
    }

    @Test
    void whatIsCorrectedToADayOutsideTheTermIsKeptApartInThePlaceOfWhatCounted() {
        record(sale("1", bin, "5"));
        assertThat(record(correcting(early("1", bin, "6")))).singleElement().satisfies(kept -> {
            assertThat(kept.status()).isEqualTo(Outcome.UNMATCHED);
            assertThat(kept.note())
                    .isNotNull()
                    .satisfies(note -> assertThat(note.kind()).isEqualTo(Violation.Kind.OUTSIDE_TERM));
        });
        assertThat(sum()).isZero();
        jdbc.sql("update membership set starts_on = ? where partner_id = ?")
                .params(today().minusDays(1), partner)
                .update();
        unmatched.matchMembers();
        assertThat(sum()).isEqualByComparingTo("6");
        assertThat(record(correcting(early("1", bin, "7"))))
                .extracting(Received::status)
                .containsExactly(Outcome.CORRECTED);
        assertThat(sum()).isEqualByComparingTo("7");
    }

    @Test
    void aBuyerOutsideKazakhstanGetsWhatCameInBeforeItsTermAsWell() {
        var member = members.foreign("RU");
        var early = changed(
                foreign("1", "RU", member.partner().company().identity().taxNumber()),
                PurchaseField.DATE,
                today().minusDays(1).toString());
        assertThat(record(early)).extracting(Received::status).containsExactly(Outcome.UNMATCHED);
        jdbc.sql("update membership set starts_on = ? where partner_id = ?")
                .params(today().minusDays(1), member.id())
                .update();
        unmatched.matchMembers();
        assertThat(sum(member.id())).isEqualByComparingTo("1");
    }

    @Test
    void whatCannotBeReadIsRefusedWhosesoeverItIs() {
        var broken = new EnumMap<PurchaseField, String>(sale("1", bin, "x"));
        broken.put(PurchaseField.CURRENCY, "USD");
        assertThatThrownBy(() -> record(broken, sale("2", bin, "1")))
                .isInstanceOfSatisfying(
                        PurchasesRefused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Violation::kind)
                                .containsExactly(Violation.Kind.AMOUNT_FORM, Violation.Kind.CURRENCY));
        assertFlaw(
                Violation.Kind.BIN_SPREADSHEET,
                changed(sale("1", bin, "1"), PurchaseField.PARTNER_BIN, "5.0340001E+10"));
        assertThat(sum()).isZero();
    }

    @Test
    void theOrderOfJoiningAndLoadingDoesNotMatter() {
        var early = early("1", bin, "5");
        var tooEarly = changed(
                sale("2", bin, "7"), PurchaseField.DATE, today().minusDays(2).toString());
        record(early, tooEarly);
        unmatched.matchMembers();
        assertThat(sum()).as("no term yet").isZero();

        jdbc.sql("update membership set starts_on = ? where partner_id = ?")
                .params(today().minusDays(1), partner)
                .update();
        unmatched.matchMembers();
        assertThat(sum()).isEqualByComparingTo("5");
        assertThat(search.unmatched(bin, 0)).hasSize(1);
        assertThat(search.recorded(bin, 0)).singleElement().satisfies(purchase -> {
            assertThat(purchase.documentNumber()).isEqualTo(document("1"));
            assertThat(purchase.buyer()).isEqualTo(TaxIdentity.kazakh(bin));
            assertThat(purchase.matchedBy()).isNull();
        });
        assertThat(record(early)).extracting(Received::status).containsExactly(Outcome.KNOWN);
        unmatched.matchMembers();
        assertThat(sum()).isEqualByComparingTo("5");
    }

    @Test
    void idsAreInTheOrderOfTheCommits() {
        AtOnce.run(10, number -> record(sale("a" + number, bin, "1"), sale("b" + number, bin, "1")));
        var documents = jdbc.sql("select document_number from purchase where partner_id = ? order by id")
                .param(partner)
                .query(String.class)
                .list();
        assertThat(documents).hasSize(20);
        for (int i = 0; i < 20; i += 2) {
            var first = documents.get(i);
            assertThat(documents.get(i + 1)).isEqualTo(first.replace("-a", "-b"));
        }
    }

    @Test
    void purchasesOfStrangersAreKeptApartUntilSomebodySaysWhoseTheyAre() {
        var stranger = Companies.newBin();
        var late = changed(
                sale("3", stranger, "5"),
                PurchaseField.DATE,
                today().minusDays(1).toString());
        assertThat(record(sale("1", stranger, "100"), sale("2", stranger, "-7", "RETURN"), late))
                .extracting(Received::status)
                .containsOnly(Outcome.UNMATCHED);
        assertThat(record(sale("1", stranger, "100")))
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);
        assertFlaw(Violation.Kind.CONFLICT, sale("1", bin, "100"));
        assertThat(search.unmatched(stranger, 0)).hasSize(3);
        assertThat(unmatched.countOf(TaxIdentity.kazakh(stranger))).isEqualTo(3);

        long first = keptApart("1");
        assertRefused(MatchRefused.Reason.NO_MEMBER, first, Companies.newBin());
        assertRefused(MatchRefused.Reason.OUTSIDE_TERM, keptApart("3"), bin);
        assertThat(unmatched.match(keptApart("1"), false, TaxIdentity.kazakh(bin), "finance"))
                .isEqualTo(new UnmatchedPurchases.Matched(1, 0));
        assertRefused(MatchRefused.Reason.GONE, first, bin);
        assertThat(sum()).isEqualByComparingTo("100");
        assertThat(unmatched.match(keptApart("2"), true, TaxIdentity.kazakh(bin), "finance"))
                .isEqualTo(new UnmatchedPurchases.Matched(1, 1));
        assertThat(sum()).isEqualByComparingTo("93");
        assertThat(search.recorded(bin, 0)).hasSize(2).allSatisfy(purchase -> {
            assertThat(purchase.matchedBy()).isEqualTo("finance");
            assertThat(purchase.buyer()).isEqualTo(TaxIdentity.kazakh(stranger));
        });
        assertThat(record(sale("1", stranger, "100")))
                .as("sent again as it was")
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);
        assertFlaw(Violation.Kind.CONFLICT, sale("1", bin, "100"));
    }

    @Test
    void twoWhoMatchTheSamePurchaseDoItOnce() {
        var stranger = Companies.newBin();
        record(sale("1", stranger, "100"));
        long id = keptApart("1");
        var answers = AtOnce.run(4, number -> {
            try {
                unmatched.match(id, true, TaxIdentity.kazakh(bin), "finance");
                return "MATCHED";
            } catch (MatchRefused refused) {
                return refused.reason().name();
            }
        });
        assertThat(Collections.frequency(answers, "MATCHED")).isEqualTo(1);
        assertThat(Collections.frequency(answers, "GONE")).isEqualTo(3);
        assertThat(sum()).isEqualByComparingTo("100");
    }

    private void assertRefused(MatchRefused.Reason reason, long id, String partnerBin) {
        assertThatThrownBy(() -> unmatched.match(id, false, TaxIdentity.kazakh(partnerBin), "finance"))
                .isInstanceOfSatisfying(
                        MatchRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @SafeVarargs
    private void assertFlaw(Violation.Kind kind, Map<PurchaseField, String>... sent) {
        assertThatThrownBy(() -> record(sent))
                .isInstanceOfSatisfying(
                        PurchasesRefused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Violation::kind)
                                .containsExactly(kind));
    }

    @SafeVarargs
    private List<Received> record(Map<PurchaseField, String>... sent) {
        var lines = new ArrayList<PurchaseLine>();
        for (var fields : sent) {
            int index = lines.size();
            var cells = new EnumMap<PurchaseField, Cell>(PurchaseField.class);
            fields.forEach((field, text) -> cells.put(field, new Cell(index, 0, text)));
            lines.add(new PurchaseLine(index, 0, cells));
        }
        return purchases.record(lines, PurchaseSource.API, "erp");
    }

    private Map<PurchaseField, String> sale(String number, String taxNumber, String amount) {
        return sale(number, taxNumber, amount, "SALE");
    }

    private Map<PurchaseField, String> sale(String number, String taxNumber, String amount, String kind) {
        return Map.of(
                PurchaseField.DOCUMENT_NUMBER,
                document(number),
                PurchaseField.PARTNER_BIN,
                taxNumber,
                PurchaseField.DATE,
                today().toString(),
                PurchaseField.AMOUNT,
                amount,
                PurchaseField.KIND,
                kind,
                PurchaseField.CURRENCY,
                "KZT");
    }

    private Map<PurchaseField, String> early(String number, String taxNumber, String amount) {
        return changed(
                sale(number, taxNumber, amount),
                PurchaseField.DATE,
                today().minusDays(1).toString());
    }

    private Map<PurchaseField, String> foreign(String number, String country, String taxNumber) {
        var all = new EnumMap<PurchaseField, String>(sale(number, "", "1"));
        all.put(PurchaseField.PARTNER_COUNTRY, country);
        all.put(PurchaseField.PARTNER_TAX_NUMBER, taxNumber);
        return all;
    }

    private static Map<PurchaseField, String> correcting(Map<PurchaseField, String> right) {
        return changed(right, PurchaseField.CORRECTS, "true");
    }

    private static Map<PurchaseField, String> changed(
            Map<PurchaseField, String> sale, PurchaseField field, String text) {
        var all = new EnumMap<PurchaseField, String>(sale);
        all.put(field, text);
        return all;
    }

    private long keptApart(String number) {
        return jdbc.sql("select id from unmatched_purchase where document_number = ?")
                .param(document(number))
                .query(Long.class)
                .single();
    }

    private String document(String number) {
        return mark + "-" + number;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private BigDecimal sum() {
        return sum(partner);
    }

    private BigDecimal sum(long of) {
        return jdbc.sql("select coalesce(sum(amount), 0) from purchase where partner_id = ?")
                .param(of)
                .query(BigDecimal.class)
                .single();
    }
}
