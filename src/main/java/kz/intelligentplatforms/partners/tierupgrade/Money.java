package kz.intelligentplatforms.partners.tierupgrade;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Sums of whole KZT for people to read. */
final class Money {

    private Money() {}

    /** Such as {@code 1 500 000 ₸}, with spaces that do not break the line. */
    static String inWords(long amount) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('\u00A0');
        return new DecimalFormat("#,##0", symbols).format(amount) + "\u00A0₸";
    }
}
