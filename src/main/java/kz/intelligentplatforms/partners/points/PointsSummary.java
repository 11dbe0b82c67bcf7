package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a partner has, and what this term's purchases bring it.
 *
 * @param year the term, a calendar year
 * @param purchases sales less returns of the term so far, in KZT
 * @param rates as they are now
 * @param accrues whether the partner's level gives points
 * @param posted points of the term that quarters' calculations have posted
 */
public record PointsSummary(
        PointsBalance balance, int year, BigDecimal purchases, Rates rates, boolean accrues, long posted) {

    public LocalDate from() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate to() {
        return LocalDate.of(year, 12, 31);
    }

    /** The highest rate that the purchases reach, such as 0.02. */
    public BigDecimal rate() {
        return rates.rate(purchases);
    }

    public Optional<Rates.Band> next() {
        return rates.next(purchases);
    }

    /** How much more, in KZT, until the next rate is one tiyn away; 0 where none comes. */
    public BigDecimal toNext() {
        return next().map(band -> band.above().subtract(purchases)).orElse(BigDecimal.ZERO);
    }

    /** What the purchases so far will yet bring, or a return will take, when the quarters are calculated. */
    public long expected() {
        return accrues ? rates.entitlement(purchases) - posted : 0;
    }
}
