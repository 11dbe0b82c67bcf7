package kz.intelligentplatforms.partners.funds.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.validation.Figure.Kind;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Money for a fund, as typed.
 *
 * @param year the fund's
 * @param purpose an {@link Activity}, or {@link #GENERAL} for the fund of all that have none of their own
 * @param amount to add
 */
record Allocation(
        String year,
        String purpose,
        @Figure(Kind.MONEY) String amount,
        @Prose(max = MAX_REASON) String reason) {

    static final int MAX_REASON = 2000;
    static final String GENERAL = "GENERAL";
    static final String PREFIX = "allocation.";

    Allocation {
        year = InputText.clean(year);
        purpose = InputText.clean(purpose);
        amount = InputText.clean(amount);
        reason = InputText.cleanLines(reason);
    }

    static Allocation empty(int year) {
        return new Allocation(String.valueOf(year), "", "", "");
    }

    static Allocation of(MultiValueMap<String, String> fields) {
        return FormFields.read(fields, PREFIX, Allocation.class);
    }

    /** All purposes there are. */
    static List<String> purposes() {
        return Stream.concat(
                        Stream.of(GENERAL), Arrays.stream(Activity.values()).map(Enum::name))
                .toList();
    }

    /** None for the general fund; call it once the purpose is known to be one. */
    @Nullable
    Activity activity() {
        return purpose.equals(GENERAL) ? null : Activity.valueOf(purpose);
    }

    /** The year as a number, where it is one of these. */
    Optional<Integer> yearIn(List<Integer> years) {
        return years.stream().filter(one -> String.valueOf(one).equals(year)).findFirst();
    }

    /** Call it once the constraints hold. */
    BigDecimal sum() {
        return InputText.money(amount).orElseThrow();
    }
}
