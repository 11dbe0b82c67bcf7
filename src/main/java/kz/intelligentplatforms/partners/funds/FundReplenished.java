package kz.intelligentplatforms.partners.funds;

import java.math.BigDecimal;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;

/**
 * A fund has more to give than before; told within the transaction that made it so.
 *
 * @param year of the fund
 * @param activity the one it is for; null for all that have no fund of their own
 * @param available what it has now, in KZT
 */
public record FundReplenished(int year, @Nullable Activity activity, BigDecimal available) {}
