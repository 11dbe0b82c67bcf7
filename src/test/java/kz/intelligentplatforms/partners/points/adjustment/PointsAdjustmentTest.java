package kz.intelligentplatforms.partners.points.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed, and what an adjustment lets be done with it. */
class PointsAdjustmentTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource({
        "1500, 1500",
        "+1500, 1500",
        "'1 500', 1500",
        "'1\u00A0500', 1500",
        "-300, -300",
        "\u2212300, -300",
        "' 7 ', 7",
        "999999999, 999999999",
        "-999999999, -999999999"
    })
    void pointsAreWholeNumbersWithASign(String typed, long points) {
        var request = new AdjustmentRequest(typed, "Причина");
        assertThat(VALIDATOR.validate(request)).isEmpty();
        assertThat(request.change()).isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-0",
                "1.5",
                "1,5",
                "1e3",
                "--1",
                "+",
                "1000000000",
                "\u0661",
                "много",
                "1\n2\u0007"
            })
    void whatIsNoSuchNumberIsAFlawOfThePoints(String typed) {
        assertThat(VALIDATOR.validate(new AdjustmentRequest(typed, "Причина")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.getPropertyPath()).hasToString("points"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "…", "\u202Eпричина"})
    void aReasonIsWords(String typed) {
        assertThat(VALIDATOR.validate(new AdjustmentRequest("5", typed)))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.getPropertyPath()).hasToString("reason"));
    }

    @Test
    void nobodyDecidesOnWhatTheyAskedFor() {
        var adjustment = adjustment(null);
        assertThatIllegalStateException().isThrownBy(() -> adjustment.approve("asker", ""));
        assertThatIllegalStateException().isThrownBy(() -> adjustment.reject("asker", "Нет"));
        assertThatIllegalStateException().isThrownBy(() -> adjustment.returnForCorrection("asker", "Почему?"));
        assertThatIllegalStateException().isThrownBy(adjustment::approvedBy);
        adjustment.approve("another", "");
        assertThat(adjustment.approvedBy()).isEqualTo("another");
    }

    @Test
    void whatIsDecidedStaysDecided() {
        var adjustment = adjustment(null);
        adjustment.reject("another", "Нет");
        assertThatIllegalStateException().isThrownBy(() -> adjustment.approve("another", ""));
        assertThatIllegalStateException().isThrownBy(() -> adjustment.correct(5, "Иначе"));
        assertThatIllegalStateException().isThrownBy(adjustment::approvedBy);
    }

    @Test
    void aReversalKeepsItsPoints() {
        var reversal = adjustment(17L);
        reversal.returnForCorrection("another", "Почему?");
        assertThatIllegalArgumentException().isThrownBy(() -> reversal.correct(6, "Потому"));
        reversal.correct(5, "Потому");
        assertThat(reversal.reason()).isEqualTo("Потому");
        assertThat(reversal.comment()).isEqualTo("Почему?");
    }

    private static PointsAdjustment adjustment(@Nullable Long reverses) {
        return new PointsAdjustment("ADJ-2026-000001", 1, 5, "Причина", reverses, "asker", Instant.EPOCH);
    }
}
