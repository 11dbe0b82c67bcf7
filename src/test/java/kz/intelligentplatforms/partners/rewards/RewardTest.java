package kz.intelligentplatforms.partners.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.rewards.RedemptionRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewardTest {

    @Test
    void theLastPieceIsTakenOnceAndComesBack() {
        var reward = new Reward(request("100", "1"));
        assertThat(reward.take(100)).isTrue();
        assertRefused(Reason.SOLD_OUT, reward, 100);
        reward.giveBack();
        assertThat(reward.take(100)).isTrue();
    }

    @Test
    void whereThereIsAlwaysEnoughNothingIsCounted() {
        var reward = new Reward(request("100", ""));
        assertThat(reward.take(100)).isFalse();
        reward.giveBack();
        assertThat(reward.take(100)).isFalse();
    }

    @Test
    void nothingIsTakenThatIsNotOfferedOrCostsOtherPoints() {
        var reward = new Reward(request("100", "1"));
        assertRefused(Reason.PRICE_CHANGED, reward, 99);
        reward.offer(false);
        assertRefused(Reason.NOT_OFFERED, reward, 100);
        reward.offer(true);
        assertThat(reward.take(100)).isTrue();
    }

    @Test
    void aChangeOfAnotherVersionIsRefused() {
        var reward = new Reward(request("100", "1"));
        assertThatThrownBy(() -> reward.change(7, request("200", ""))).isInstanceOf(RewardChanged.class);
        reward.change(0, request("200", ""));
        assertThat(reward.take(200)).isFalse();
    }

    @Test
    void whatHasNoTranslationIsShownInRussian() {
        var title = new RewardRequest("Кружка", "Описание", "", "", "Mug", "", "1", "").title();
        assertThat(title.in(Locale.forLanguageTag("kk"))).isEqualTo("Кружка");
        assertThat(title.in(Locale.ENGLISH)).isEqualTo("Mug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1,5", "1.0", "100000001", "много", "1e3", "99999999999999999999"})
    void aPriceIsAWholeNumberAboveZero(String price) {
        assertThat(flaws(request(price, ""))).containsExactly("price");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "100 000 000, 1000000", "'1 500', ''"})
    void numbersMayBeGroupedAndTheStockLeftOpen(String price, String stock) {
        assertThat(flaws(request(price, stock))).isEmpty();
    }

    @Test
    void everyFieldHasItsFlaw() {
        var wrong = new RewardRequest(" ", "", "x".repeat(201), "x".repeat(2001), "a\u0007", "\u202E", "", "1000001");
        assertThat(flaws(wrong))
                .containsExactlyInAnyOrder(
                        "titleRu",
                        "titleKk",
                        "titleEn",
                        "descriptionRu",
                        "descriptionKk",
                        "descriptionEn",
                        "price",
                        "stock");
    }

    private static Set<String> flaws(RewardRequest request) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(request).stream()
                    .map(violation -> violation.getPropertyPath().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static RewardRequest request(String price, String stock) {
        return new RewardRequest("Кружка", "Описание", "", "", "", "", price, stock);
    }

    private static void assertRefused(Reason reason, Reward reward, long agreed) {
        assertThatThrownBy(() -> reward.take(agreed))
                .isInstanceOfSatisfying(
                        RedemptionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
