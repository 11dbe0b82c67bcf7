package kz.intelligentplatforms.partners.points;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rates at one moment: how many points a term's purchases give (program.md, "Points"; {@code points-rate.dmn}). */
public final class Rates {

    /** More than all partners buy in a year: every rate applies to it. */
    private static final BigDecimal EVERYTHING = new BigDecimal("1e15");

    private final Function<BigDecimal, List<Band>> reached;
    private final Calculation calculation;
    private final List<Band> all;

    /** @param reached the bands that a total reaches, in any order; the lowest always */
    Rates(Function<BigDecimal, List<Band>> reached, Calculation calculation) {
        this.reached = total ->
                reached.apply(total).stream().sorted(comparing(Band::above)).toList();
        this.calculation = calculation;
        this.all = this.reached.apply(EVERYTHING);
        if (all.isEmpty()) {
            throw new IllegalStateException("points-rate.dmn has no row for " + EVERYTHING);
        }
    }

    /**
     * A row of the table.
     *
     * @param above the total above which the rate is reached, in KZT
     * @param rate the part of the purchases given as points, such as 0.02
     */
    public record Band(BigDecimal above, BigDecimal rate) {}

    public Calculation calculation() {
        return calculation;
    }

    /** All bands, the lowest first. */
    public List<Band> bands() {
        return all;
    }

    /**
     * The points of a term with these purchases, rounded down to whole points once, on the sum.
     *
     * @param total sales less returns of the term so far, in KZT; may be negative
     */
    public long entitlement(BigDecimal total) {
        var bands = bandsOf(total);
        var points = switch (calculation) {
            case WHOLE_SUM -> total.multiply(bands.get(bands.size() - 1).rate());
            case MARGINAL -> marginal(total, bands);
        };
        return points.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static BigDecimal marginal(BigDecimal total, List<Band> bands) {
        var points = BigDecimal.ZERO;
        for (int i = 0; i < bands.size(); i++) {
            var to = i + 1 < bands.size() ? bands.get(i + 1).above() : total;
            points = points.add(
                    to.subtract(bands.get(i).above()).multiply(bands.get(i).rate()));
        }
        return points;
    }

    /** The highest rate that a total reaches. */
    public BigDecimal rate(BigDecimal total) {
        var bands = bandsOf(total);
        return bands.get(bands.size() - 1).rate();
    }

    /** The band that comes next; nothing where the highest is reached. */
    public Optional<Band> next(BigDecimal total) {
        int count = bandsOf(total).size();
        return count < all.size() ? Optional.of(all.get(count)) : Optional.empty();
    }

    private List<Band> bandsOf(BigDecimal total) {
        var bands = reached.apply(total);
        if (bands.isEmpty()) {
            throw new IllegalStateException("points-rate.dmn has no row for " + total);
        }
        return bands;
    }
}
