package kz.intelligentplatforms.partners.funds;

import java.math.BigDecimal;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;

/**
 * A fund as it stands, in KZT; allocated is never less than reserved and paid together.
 *
 * @param year calendar year in which the activities begin that it pays
 * @param activity the one activity it is for; null for all that have no fund of their own
 */
public record FundView(
        long id, int year, @Nullable Activity activity, BigDecimal allocated, BigDecimal reserved, BigDecimal paid) {

    /** What can still be reserved, in KZT; never negative. */
    public BigDecimal available() {
        return allocated.subtract(reserved).subtract(paid);
    }

    /** The message key of its name. */
    public String label() {
        return labelOf(activity);
    }

    /** The message key of the name of the fund for an activity, or for all that have none of their own. */
    public static String labelOf(@Nullable Activity activity) {
        return activity == null ? "cofunding.fund.GENERAL" : "cofunding.activity." + activity;
    }
}
