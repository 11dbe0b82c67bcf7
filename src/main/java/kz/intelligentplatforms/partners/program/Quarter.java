package kz.intelligentplatforms.partners.program;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year, for which points are calculated (program.md, "Points"); written {@code 2026-Q3}.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern FORM = Pattern.compile("(20\\d\\d)-Q([1-4])");

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("No quarter " + number);
        }
    }

    /** The quarter a day belongs to. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** The quarter that is written so, such as {@code 2026-Q3}; nothing where none is, or none of this century. */
    public static Optional<Quarter> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new Quarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(3).minusDays(1);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    /** The first quarter of the same year, with which a term's sum of purchases begins. */
    public Quarter firstOfYear() {
        return new Quarter(year, 1);
    }

    /** Whether its last day is over on {@code today}. */
    public boolean hasEndedOn(LocalDate today) {
        return today.isAfter(lastDay());
    }

    @Override
    public int compareTo(Quarter other) {
        return year == other.year ? Integer.compare(number, other.number) : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
