package kz.intelligentplatforms.partners.purchases.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseKind;
import kz.intelligentplatforms.partners.purchases.PurchaseValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed, and what a correction lets be done with it. */
class PurchaseCorrectionTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final Instant NOW = Instant.parse("2026-10-01T05:00:00Z");
    private static final PurchaseValues RIGHT = new PurchaseValues(
            "А-1",
            PurchaseKind.RETURN,
            LocalDate.of(2026, 9, 30),
            new BigDecimal("1500.50"),
            TaxIdentity.kazakh("990140000017"));

    @Test
    void aBuyerIsABinOrCountryAndNumber() {
        assertThat(request("990140000017").said())
                .containsEntry(PurchaseField.PARTNER_BIN, "990140000017")
                .doesNotContainKey(PurchaseField.PARTNER_COUNTRY);
        assertThat(request(" ru 7707083893 ").said())
                .containsEntry(PurchaseField.PARTNER_COUNTRY, "RU")
                .containsEntry(PurchaseField.PARTNER_TAX_NUMBER, "7707083893")
                .doesNotContainKey(PurchaseField.PARTNER_BIN);
    }

    @Test
    void whatIsRecordedCanBeTypedAgain() {
        assertThat(RIGHT.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        PurchaseField.DOCUMENT_NUMBER, "А-1",
                        PurchaseField.KIND, "RETURN",
                        PurchaseField.DATE, "2026-09-30",
                        PurchaseField.AMOUNT, "1500.50",
                        PurchaseField.PARTNER_BIN, "990140000017"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "…", "\u202Eпричина"})
    void aReasonIsWords(String typed) {
        assertThat(VALIDATOR.validate(new CorrectionRequest("VOID", "", "", "", "", "", typed)))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.getPropertyPath()).hasToString("reason"));
    }

    @Test
    void anActionIsOneOfThree() {
        assertThat(new CorrectionRequest(" VOID ", "", "", "", "", "", "").chosen())
                .contains(CorrectionAction.VOID);
        assertThat(new CorrectionRequest("void", "", "", "", "", "", "").chosen())
                .isEmpty();
    }

    @Test
    void itSaysWhatIsRightUnlessItVoids() {
        assertThat(correction(CorrectionAction.CORRECT, Optional.of(RIGHT)).right())
                .contains(RIGHT);
        assertThat(correction(CorrectionAction.VOID, Optional.empty()).right()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> correction(CorrectionAction.VOID, Optional.of(RIGHT)));
        assertThatIllegalArgumentException().isThrownBy(() -> correction(CorrectionAction.RESTORE, Optional.empty()));
    }

    @Test
    void itIsDecidedOnceAndNeverByWhoeverAsked() {
        var correction = correction(CorrectionAction.VOID, Optional.empty());
        assertThatIllegalStateException().isThrownBy(correction::confirmedBy);
        assertThatIllegalStateException().isThrownBy(() -> correction.confirm("finance", NOW, ""));
        correction.confirm("program", NOW, "");
        assertThat(correction.confirmedBy()).isEqualTo("program");
        assertThatIllegalStateException().isThrownBy(() -> correction.reject("program", NOW, "Нет"));
    }

    private static PurchaseCorrection correction(CorrectionAction action, Optional<PurchaseValues> right) {
        return new PurchaseCorrection("PUR-2026-000001", 1, action, right, "Ошибка", "finance", NOW);
    }

    private static CorrectionRequest request(String buyer) {
        return new CorrectionRequest("CORRECT", "А-1", "SALE", "30.09.2026", "1", buyer, "Ошибка");
    }
}
