package kz.intelligentplatforms.partners.rewards;

import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.FULFILLED;
import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.FULFILMENT;
import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.REJECTED;
import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import org.junit.jupiter.api.Test;

class RedemptionTest {

    private static final List<Consumer<Redemption>> STEPS = List.of(
            redemption -> redemption.approve("manager"),
            redemption -> redemption.fulfil("manager"),
            redemption -> redemption.reject("manager", "Why"),
            Redemption::withdraw);

    private final Redemption redemption = new Redemption(
            "RED-2026-000001",
            1,
            new RewardView(2, new PublicText("Кружка", "", ""), PublicText.NONE, 100, 5, true, 0),
            true,
            "partner",
            Instant.EPOCH);

    @Test
    void isApprovedThenHandedOver() {
        assertThat(redemption.view().isUndecided()).isTrue();
        redemption.approve("first");
        assertThat(redemption.is(FULFILMENT)).isTrue();
        assertThat(redemption.view().isUndecided()).isFalse();
        assertThat(redemption.view().isOpen()).isTrue();
        assertThatThrownBy(() -> redemption.approve("again")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(redemption::withdraw).isInstanceOf(IllegalStateException.class);
        redemption.fulfil("second");
        assertThat(redemption.is(FULFILLED)).isTrue();
        assertThat(redemption.view().decidedBy()).isEqualTo("second");
        assertEnded();
    }

    @Test
    void isNotHandedOverBeforeItIsApproved() {
        assertThatThrownBy(() -> redemption.fulfil("manager")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isRejectedAtTheReviewWithAReason() {
        redemption.reject("manager", "Why");
        assertThat(redemption.is(REJECTED)).isTrue();
        assertThat(redemption.view().reason()).isEqualTo("Why");
        assertEnded();
    }

    @Test
    void isRejectedWhenItCannotBeHandedOver() {
        redemption.approve("manager");
        redemption.reject("manager", "Why");
        assertThat(redemption.is(REJECTED)).isTrue();
        assertEnded();
    }

    @Test
    void isWithdrawn() {
        redemption.withdraw();
        assertThat(redemption.is(WITHDRAWN)).isTrue();
        assertEnded();
    }

    private void assertEnded() {
        assertThat(redemption.view().isOpen()).isFalse();
        assertThat(STEPS)
                .allSatisfy(step ->
                        assertThatThrownBy(() -> step.accept(redemption)).isInstanceOf(IllegalStateException.class));
    }
}
