package kz.intelligentplatforms.partners.points.adjustment;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Points for people to read, with spaces that do not break the line. */
public final class PointsInWords {

    private PointsInWords() {}

    /** A balance, such as {@code 1 500} or {@code −300}. */
    public static String of(long points) {
        return format("#,##0;\u2212#,##0", points);
    }

    /** A change, such as {@code +1 500} or {@code −300}. */
    public static String signed(long points) {
        return format("+#,##0;\u2212#,##0", points);
    }

    private static String format(String pattern, long points) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('\u00A0');
        return new DecimalFormat(pattern, symbols).format(points);
    }
}
