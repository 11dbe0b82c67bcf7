package kz.intelligentplatforms.partners.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for the calculation whatever partners buy and return: a model of runs over the four quarters of a term, with the real
 * rates. A run of a quarter posts the entitlement up to its end, less what the quarters up to it have posted.
 */
class AccrualPropertyTest {

    private static final int SAMPLES = 250;
    private static final Rates WHOLE_SUM = ShippedRates.of(Calculation.WHOLE_SUM);
    private static final Rates MARGINAL = ShippedRates.of(Calculation.MARGINAL);

    private static Rates rates(Calculation calculation) {
        return calculation == Calculation.WHOLE_SUM ? WHOLE_SUM : MARGINAL;
    }

    /** A sale or a return. */
    record Movement(int quarter, BigDecimal amount) {}

    /** The ledger of one partner and one term. */
    private static final class Term {

        private final Rates rates;
        private final List<Movement> movements;
        private final TreeMap<Integer, Long> posted = new TreeMap<>();

        Term(Rates rates, List<Movement> movements) {
            this.rates = rates;
            this.movements = new ArrayList<>(movements);
        }

        long run(int quarter) {
            long points = entitlement(quarter) - sum(quarter);
            posted.merge(quarter, points, Long::sum);
            return points;
        }

        long sum(int upTo) {
            return posted.headMap(upTo, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        long entitlement(int upTo) {
            return rates.entitlement(movements.stream()
                    .filter(movement -> movement.quarter() <= upTo)
                    .map(Movement::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @Test
    void theEntriesSumUpToTheEntitlementAtEachQuartersEnd() {
        holds((calculation, any) -> {
            var movements = any.movements();
            var term = new Term(rates(calculation), movements);
            for (int quarter = 1; quarter <= 4; quarter++) {
                term.run(quarter);
                assertThat(term.sum(quarter)).isEqualTo(term.entitlement(quarter));
            }
        });
    }

    @Test
    void runningAQuarterAgainChangesNothing() {
        holds((calculation, any) -> {
            var movements = any.movements();
            var term = new Term(rates(calculation), movements);
            for (int quarter = 1; quarter <= 4; quarter++) {
                term.run(quarter);
                assertThat(term.run(quarter)).isZero();
            }
        });
    }

    @Test
    void theOrderAndTheSplittingOfPurchasesDoNotMatter() {
        holds((calculation, any) -> {
            var movements = any.movements();
            var random = any.random();
            var other = new ArrayList<Movement>();
            for (var movement : movements) {
                // In two documents, of which one may be in another quarter.
                var part = movement.amount().movePointLeft(1).setScale(2, RoundingMode.DOWN);
                other.add(new Movement(1 + random.nextInt(4), part));
                other.add(new Movement(movement.quarter(), movement.amount().subtract(part)));
            }
            Collections.shuffle(other, random);
            assertThat(wholeTerm(calculation, other)).isEqualTo(wholeTerm(calculation, movements));
        });
    }

    @Test
    void aPurchaseThatIsReturnedLeavesNothingBehind() {
        holds((calculation, any) -> {
            var movements = any.movements();
            var amount = any.amount();
            var more = new ArrayList<>(movements);
            more.add(new Movement(2, amount));
            more.add(new Movement(4, amount.negate()));
            assertThat(wholeTerm(calculation, more)).isEqualTo(wholeTerm(calculation, movements));
        });
    }

    /** What is recorded, corrected or voided between two runs: a row that takes the old one back, and one with what is right. */
    @Test
    void whateverIsCorrectedOrVoidedThePointsAreThoseOfWhatIsRight() {
        holds((calculation, any) -> {
            var wrong = any.movements();
            var right = any.movements();
            var term = new Term(rates(calculation), wrong);
            term.run(1);
            for (int i = 0; i < wrong.size(); i++) {
                var old = wrong.get(i);
                term.movements.add(new Movement(old.quarter(), old.amount().negate()));
                if (i < right.size()) {
                    term.movements.add(right.get(i));
                }
                term.run(1 + i % 4);
            }
            term.run(4);
            var standing = right.subList(0, Math.min(wrong.size(), right.size()));
            assertThat(term.sum(4)).isEqualTo(wholeTerm(calculation, standing));
        });
    }

    @Test
    void whatArrivesLateIsPostedByTheNextRunOrByRunningTheQuarterAndThoseAfterItAgain() {
        holds((calculation, any) -> {
            var movements = any.movements();
            var late = any.movements();
            var term = new Term(rates(calculation), movements);
            for (int quarter = 1; quarter <= 3; quarter++) {
                term.run(quarter);
            }
            term.movements.addAll(late);
            term.run(4);
            assertThat(term.sum(4)).isEqualTo(term.entitlement(4));
            for (int quarter = 1; quarter <= 4; quarter++) {
                term.run(quarter);
            }
            for (int quarter = 1; quarter <= 4; quarter++) {
                assertThat(term.sum(quarter)).isEqualTo(term.entitlement(quarter));
            }
        });
    }

    @Test
    void moreIsNeverWorthLess() {
        holds((calculation, any) -> {
            var total = any.amount();
            var more = any.amount();
            assertThat(rates(calculation).entitlement(total.add(more)))
                    .isGreaterThanOrEqualTo(rates(calculation).entitlement(total));
        });
    }

    private static long wholeTerm(Calculation calculation, List<Movement> movements) {
        var term = new Term(rates(calculation), movements);
        for (int quarter = 1; quarter <= 4; quarter++) {
            term.run(quarter);
        }
        return term.sum(4);
    }

    /** For both calculations and many samples; what fails names the seed, with which it is the same again. */
    private static void holds(BiConsumer<Calculation, Samples> property) {
        for (var calculation : Calculation.values()) {
            for (long seed = 0; seed < SAMPLES; seed++) {
                try {
                    property.accept(calculation, new Samples(new Random(seed)));
                } catch (AssertionError e) {
                    throw new AssertionError(calculation + ", seed " + seed, e);
                }
            }
        }
    }

    private record Samples(Random random) {

        private static final List<BigDecimal> EDGES = Stream.of(
                        "0.01", "2999999.99", "3000000.00", "3000000.01", "4000000.00")
                .map(BigDecimal::new)
                .toList();

        /** Up to twelve; a third of them are returns. */
        List<Movement> movements() {
            return Stream.generate(() ->
                            new Movement(1 + random.nextInt(4), random.nextInt(3) == 0 ? amount().negate() : amount()))
                    .limit(random.nextInt(13))
                    .toList();
        }

        BigDecimal amount() {
            return random.nextInt(8) == 0
                    ? EDGES.get(random.nextInt(EDGES.size()))
                    : BigDecimal.valueOf(1 + random.nextInt(400_000_000), 2);
        }
    }
}
