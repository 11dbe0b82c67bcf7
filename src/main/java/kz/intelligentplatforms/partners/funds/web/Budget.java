package kz.intelligentplatforms.partners.funds.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import kz.intelligentplatforms.partners.funds.FundView;

/** The funds of a year, and what they come to together, in KZT. */
record Budget(int year, List<FundView> funds) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public BigDecimal allocated() {
        return sum(FundView::allocated);
    }

    public BigDecimal reserved() {
        return sum(FundView::reserved);
    }

    public BigDecimal paid() {
        return sum(FundView::paid);
    }

    public BigDecimal available() {
        return sum(FundView::available);
    }

    /** Which part of all that is allocated a sum is, such as 0.25; 0 where nothing is allocated. */
    public BigDecimal shareOf(BigDecimal sum) {
        return quotient(sum, allocated(), 4);
    }

    /** How long a sum is in the chart, in percent of the largest fund. */
    public BigDecimal length(BigDecimal sum) {
        var largest = funds.stream().map(FundView::allocated).reduce(BigDecimal.ZERO, BigDecimal::max);
        return quotient(sum.multiply(HUNDRED), largest, 3);
    }

    /** To the entries of all its funds. */
    public EntryLinks links() {
        return EntryLinks.of(year);
    }

    /** To the entries of one fund. */
    public EntryLinks linksOf(FundView fund) {
        return EntryLinks.of(fund);
    }

    private BigDecimal sum(Function<FundView, BigDecimal> figure) {
        return funds.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal quotient(BigDecimal part, BigDecimal whole, int scale) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, scale, RoundingMode.HALF_UP);
    }
}
