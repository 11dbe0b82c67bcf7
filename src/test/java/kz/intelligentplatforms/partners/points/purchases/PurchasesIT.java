package kz.intelligentplatforms.partners.points.purchases;

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
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.points.purchases.PurchaseLine.Cell;
import kz.intelligentplatforms.partners.points.purchases.Purchases.Received;
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
        assertFlaw(Flaw.Kind.CONFLICT, sale("1", bin, "100.01"));
        assertFlaw(Flaw.Kind.CONFLICT, sale("1", other, "100"));
        assertFlaw(Flaw.Kind.CONFLICT, sale("1", Companies.newBin(), "100"));
        assertFlaw(Flaw.Kind.CONFLICT, changed(sale("1", bin, "100"), PurchaseField.KIND, "RETURN"));
        assertThat(sum()).isEqualByComparingTo("100");
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
        assertFlaw(Flaw.Kind.AMOUNT_FORM, sale("1", bin, "1"), sale("2", bin, "x"), sale("3", bin, "1"));
        assertFlaw(Flaw.Kind.DUPLICATE, sale("1", bin, "1"), sale("1", bin, "1"));
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
                                assertThat(note.kind()).isEqualTo(Flaw.Kind.OUTSIDE_TERM);
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
        assertFlaw(Flaw.Kind.REQUIRED, nobodys);
    }

    @Test
    void whatCannotBeReadIsRefusedWhosesoeverItIs() {
        var broken = new EnumMap<PurchaseField, String>(sale("1", bin, "x"));
        broken.put(PurchaseField.CURRENCY, "USD");
        assertThatThrownBy(() -> record(broken, sale("2", bin, "1")))
                .isInstanceOfSatisfying(
                        PurchasesRefused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Flaw::kind)
                                .containsExactly(Flaw.Kind.AMOUNT_FORM, Flaw.Kind.CURRENCY));
        assertFlaw(Flaw.Kind.BIN_SPREADSHEET, changed(sale("1", bin, "1"), PurchaseField.PARTNER_BIN, "5.0340001E+10"));
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
            assertThat(purchase.taxNumber()).isEqualTo(bin);
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
        assertFlaw(Flaw.Kind.CONFLICT, sale("1", bin, "100"));
        assertThat(search.unmatched(stranger, 0)).hasSize(3);
        assertThat(unmatched.countOf(stranger)).isEqualTo(3);

        assertRefused(MatchRefused.Reason.NO_MEMBER, "1", Companies.newBin());
        assertRefused(MatchRefused.Reason.OUTSIDE_TERM, "3", bin);
        assertThat(unmatched.match(document("1"), false, bin, "finance"))
                .isEqualTo(new UnmatchedPurchases.Matched(1, 0));
        assertRefused(MatchRefused.Reason.GONE, "1", bin);
        assertThat(sum()).isEqualByComparingTo("100");
        assertThat(unmatched.match(document("2"), true, bin, "finance"))
                .isEqualTo(new UnmatchedPurchases.Matched(1, 1));
        assertThat(sum()).isEqualByComparingTo("93");
        assertThat(search.recorded(bin, 0)).hasSize(2).allSatisfy(purchase -> {
            assertThat(purchase.matchedBy()).isEqualTo("finance");
            assertThat(purchase.taxNumber()).isEqualTo(stranger);
        });
        assertThat(record(sale("1", stranger, "100")))
                .as("sent again as it was")
                .extracting(Received::status)
                .containsExactly(Outcome.KNOWN);
        assertFlaw(Flaw.Kind.CONFLICT, sale("1", bin, "100"));
    }

    @Test
    void twoWhoMatchTheSamePurchaseDoItOnce() {
        var stranger = Companies.newBin();
        record(sale("1", stranger, "100"));
        var answers = AtOnce.run(4, number -> {
            try {
                unmatched.match(document("1"), true, bin, "finance");
                return "MATCHED";
            } catch (MatchRefused refused) {
                return refused.reason().name();
            }
        });
        assertThat(Collections.frequency(answers, "MATCHED")).isEqualTo(1);
        assertThat(Collections.frequency(answers, "GONE")).isEqualTo(3);
        assertThat(sum()).isEqualByComparingTo("100");
    }

    private void assertRefused(MatchRefused.Reason reason, String document, String partnerBin) {
        assertThatThrownBy(() -> unmatched.match(document(document), false, partnerBin, "finance"))
                .isInstanceOfSatisfying(
                        MatchRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @SafeVarargs
    private void assertFlaw(Flaw.Kind kind, Map<PurchaseField, String>... sent) {
        assertThatThrownBy(() -> record(sent))
                .isInstanceOfSatisfying(
                        PurchasesRefused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Flaw::kind)
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

    private static Map<PurchaseField, String> changed(
            Map<PurchaseField, String> sale, PurchaseField field, String text) {
        var all = new EnumMap<PurchaseField, String>(sale);
        all.put(field, text);
        return all;
    }

    private String document(String number) {
        return mark + "-" + number;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private BigDecimal sum() {
        return jdbc.sql("select coalesce(sum(amount), 0) from purchase where partner_id = ?")
                .param(partner)
                .query(BigDecimal.class)
                .single();
    }
}
