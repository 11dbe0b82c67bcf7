package kz.intelligentplatforms.partners.points.accrual;

import java.math.BigDecimal;

/**
 * What a run has calculated for a partner.
 *
 * @param purchases how many of the term were counted
 * @param termTotal sales less returns of the term up to the quarter's end, in KZT
 * @param quarterTotal of the quarter alone
 * @param previousTotal of the quarter before
 * @param entitlement points of the term so far
 * @param postedBefore of which accruals have posted already
 * @param points the difference, which is posted
 * @param grown the quarter's purchases are many times those of the quarter before
 */
public record AccrualLine(
        long partnerId,
        int purchases,
        BigDecimal termTotal,
        BigDecimal quarterTotal,
        BigDecimal previousTotal,
        long entitlement,
        long postedBefore,
        long points,
        boolean grown) {

    /** Returns take back points that were posted before. */
    public boolean isNegative() {
        return points < 0;
    }

    /** Whether somebody should look at it. */
    public boolean isRemarkable() {
        return grown || isNegative();
    }
}
