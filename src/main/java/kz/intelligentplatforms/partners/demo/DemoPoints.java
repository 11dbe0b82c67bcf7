package kz.intelligentplatforms.partners.demo;

import static kz.intelligentplatforms.partners.purchases.PurchaseField.AMOUNT;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.CURRENCY;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DATE;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_NUMBER;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.KIND;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_BIN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.database.StartupLock;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRequest;
import kz.intelligentplatforms.partners.points.adjustment.PointsAdjustmentProcess;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseKind;
import kz.intelligentplatforms.partners.purchases.PurchaseLine;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.purchases.PurchaseSource;
import kz.intelligentplatforms.partners.purchases.PurchaseView;
import kz.intelligentplatforms.partners.purchases.Purchases;
import kz.intelligentplatforms.partners.purchases.SampleBuyers;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionAction;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionRequest;
import kz.intelligentplatforms.partners.purchases.correction.PurchaseCorrectionProcess;
import kz.intelligentplatforms.partners.rewards.PointsRedemptionProcess;
import kz.intelligentplatforms.partners.rewards.RewardRequest;
import kz.intelligentplatforms.partners.rewards.Rewards;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On the embedded default: a year of purchases and points that is over, rewards, and something that waits. The year of the last
 * full quarter is left empty: the sample files fill it, and then the figures of program.md come out. Made once.
 */
@Component
@Order(5)
@ConditionalOnProperty("program.demo")
class DemoPoints implements ApplicationRunner, SampleBuyers {

    /** KZT in each quarter of the year before: the higher rate is reached in the third, and a return follows. */
    private static final List<Integer> BOUGHT = List.of(900_000, 1_300_000, 1_450_000, -250_000);

    private static final String BUYER = DemoAccounts.PARTNER_BIN;
    private static final String OTHER_BUYER = DemoLevels.CORPORATE.bin();

    private final Partners partners;
    private final Purchases purchases;
    private final PointsAccrualProcess accrual;
    private final PointsAdjustmentProcess adjustments;
    private final PurchaseSearch recorded;
    private final PurchaseCorrectionProcess corrections;
    private final PointsRedemptionProcess redemptions;
    private final Rewards rewards;
    private final StartupLock lock;
    private final Clock clock;

    DemoPoints(
            Partners partners,
            Purchases purchases,
            PointsAccrualProcess accrual,
            PointsAdjustmentProcess adjustments,
            PurchaseSearch recorded,
            PurchaseCorrectionProcess corrections,
            PointsRedemptionProcess redemptions,
            Rewards rewards,
            StartupLock lock,
            Clock clock) {
        this.partners = partners;
        this.purchases = purchases;
        this.accrual = accrual;
        this.adjustments = adjustments;
        this.recorded = recorded;
        this.corrections = corrections;
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.lock = lock;
        this.clock = clock;
    }

    /** Since when the demo's partners are members: long enough for the last full quarter and the year before it. */
    static LocalDate memberSince(LocalDate today) {
        return LocalDate.of(Quarter.of(today).previous().year() - 1, 1, 15);
    }

    @Override
    public List<String> bins() {
        return List.of(BUYER, OTHER_BUYER, DemoLevels.PROVIDER.bin(), DemoLevels.PROFESSIONAL.bin());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.whileHeld(() -> {
            if (rewards.all().isEmpty() && haveBeenMembers()) {
                aYearThatIsOver();
                rewardsAndWhatWaits();
            }
        });
    }

    /** Not those of a demo that was begun before there were points. */
    private boolean haveBeenMembers() {
        var since = memberSince(LocalDate.now(clock));
        return partners.termsOf(idOf(BUYER)).stream().anyMatch(term -> term.includes(since))
                && partners.termsOf(idOf(OTHER_BUYER)).stream().anyMatch(term -> term.includes(since));
    }

    private void aYearThatIsOver() {
        var year = Quarter.of(LocalDate.now(clock)).previous().year() - 1;
        for (int i = 0; i < BOUGHT.size(); i++) {
            var quarter = new Quarter(year, i + 1);
            purchases.record(
                    List.of(
                            line("А-" + quarter, BUYER, quarter, BOUGHT.get(i)),
                            line("Б-" + quarter, OTHER_BUYER, quarter, 2 * BOUGHT.get(i))),
                    PurchaseSource.API,
                    "erp");
            accrual.takeOver(quarter, "finance");
        }
    }

    private static PurchaseLine line(String number, String bin, Quarter quarter, int amount) {
        var cells = new EnumMap<PurchaseField, PurchaseLine.Cell>(PurchaseField.class);
        Map.of(
                        DOCUMENT_NUMBER,
                        number,
                        PARTNER_BIN,
                        bin,
                        DATE,
                        quarter.firstDay().plusDays(45).toString(),
                        AMOUNT,
                        String.valueOf(Math.abs(amount)),
                        KIND,
                        amount > 0 ? "SALE" : "RETURN",
                        CURRENCY,
                        "KZT")
                .forEach((field, text) -> cells.put(field, new PurchaseLine.Cell(0, 0, text)));
        return new PurchaseLine(0, 0, cells);
    }

    private void rewardsAndWhatWaits() {
        var training = reward(
                "Курс «Наладка контроллеров»",
                "«Контроллерлерді баптау» курсы",
                "Course: commissioning controllers",
                "Два дня в учебном классе в Алматы для одного инженера.",
                "Алматыдағы оқу сыныбында бір инженерге екі күн.",
                "Two days in the classroom in Almaty for one engineer.",
                60_000,
                "8");
        reward(
                "Демонстрационный набор",
                "Көрсетілім жинағы",
                "Demonstration kit",
                "Контроллер, панель оператора и блок питания в чемодане.",
                "Чемодандағы контроллер, оператор панелі және қоректендіру блогы.",
                "A controller, an operator panel and a power supply in a case.",
                120_000,
                "3");
        reward(
                "Участие в конференции партнёров",
                "Серіктестер конференциясына қатысу",
                "A seat at the partner conference",
                "Один участник, с проживанием.",
                "Бір қатысушы, тұруымен бірге.",
                "One participant, accommodation included.",
                90_000,
                "");
        var other = idOf(OTHER_BUYER);
        redemptions.request(other, training, 60_000, "7a2f4c1e-0d5b-4a6e-9c3f-demo00000001", "demo");
        adjustments.request(
                idOf(DemoLevels.PROVIDER.bin()),
                new AdjustmentRequest("5000", "Приз за лучший проект квартала."),
                "manager",
                "7a2f4c1e-0d5b-4a6e-9c3f-demo00000002");
        recorded.recorded(OTHER_BUYER, 0).stream()
                .filter(purchase -> purchase.kind() == PurchaseKind.SALE)
                .findFirst()
                .ifPresent(this::toBeCorrected);
    }

    private void toBeCorrected(PurchaseView purchase) {
        corrections.request(
                purchase.id(),
                new CorrectionRequest(
                        CorrectionAction.CORRECT.name(),
                        purchase.documentNumber(),
                        purchase.kind().name(),
                        purchase.date().toString(),
                        purchase.amount().add(BigDecimal.valueOf(90_000)).toPlainString(),
                        purchase.buyer().inWords(),
                        "В накладной есть ещё одна строка на 90 000 ₸."),
                "finance",
                "7a2f4c1e-0d5b-4a6e-9c3f-demo00000003");
    }

    @SuppressWarnings("TooManyParameters") // a row of the catalogue
    private long reward(
            String ru, String kk, String en, String aboutRu, String aboutKk, String aboutEn, int points, String stock) {
        return rewards.add(
                new RewardRequest(ru, aboutRu, kk, aboutKk, en, aboutEn, String.valueOf(points), stock), "program");
    }

    private long idOf(String bin) {
        return partners.byIdentity(new TaxIdentity(TaxIdentity.KAZAKHSTAN, bin))
                .orElseThrow()
                .id();
    }
}
