package kz.intelligentplatforms.partners.funds.web;

import java.math.BigDecimal;
import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.validation.Figure.Kind;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import org.springframework.util.MultiValueMap;

/**
 * A correction of what is allocated to a fund, as typed.
 *
 * @param amount to be added or, with a minus, taken away
 */
record FundChange(
        @Figure(Kind.MONEY_CHANGE) String amount,
        @Prose(max = Allocation.MAX_REASON) String reason) {

    static final FundChange EMPTY = new FundChange("", "");
    static final String PREFIX = "fundChange.";

    FundChange {
        amount = InputText.clean(amount);
        reason = InputText.cleanLines(reason);
    }

    static FundChange of(MultiValueMap<String, String> fields) {
        return FormFields.read(fields, PREFIX, FundChange.class);
    }

    /** Call it once the constraints hold. */
    BigDecimal sum() {
        return InputText.money(amount).orElseThrow();
    }
}
