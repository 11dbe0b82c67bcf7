package kz.intelligentplatforms.partners.platform.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sums, points and rates as people read them, in lines that do not break; templates call it {@code @figures}. */
@Component("figures")
public class Figures {

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char MINUS = '\u2212';

    Figures() {}

    /** KZT with its sign, such as 3 000 000 ₸; with two digits after the comma where it is no whole sum. */
    public String money(BigDecimal sum) {
        boolean whole = sum.stripTrailingZeros().scale() <= 0;
        return format(whole ? "#,##0" : "#,##0.00", sum) + NO_BREAK_SPACE + "₸";
    }

    /** As {@link #money} in Russian and Kazakh, whoever is asking: for mails and for what is kept for the vendor's people. */
    public static String sum(BigDecimal sum) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setDecimalSeparator(',');
        symbols.setMinusSign(MINUS);
        boolean whole = sum.stripTrailingZeros().scale() <= 0;
        return new DecimalFormat(whole ? "#,##0" : "#,##0.00", symbols).format(sum) + NO_BREAK_SPACE + "₸";
    }

    /** KZT without its sign, always with two digits after the comma, for columns of figures. */
    public String amount(BigDecimal sum) {
        return format("#,##0.00", sum);
    }

    /** Such as 58 000 or −82 000. */
    public String points(long points) {
        return format("#,##0", BigDecimal.valueOf(points));
    }

    /** With its sign, such as +58 000 or −82 000. */
    public String change(long points) {
        return (points > 0 ? "+" : "") + points(points);
    }

    /** A rate such as 0.02 as 2 %. */
    public String percent(BigDecimal rate) {
        return format("0.##", rate.movePointRight(2)) + (isEnglish() ? "%" : NO_BREAK_SPACE + "%");
    }

    private static String format(String pattern, BigDecimal number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        if (!isEnglish()) {
            symbols.setGroupingSeparator(NO_BREAK_SPACE);
            symbols.setDecimalSeparator(',');
        }
        symbols.setMinusSign(MINUS);
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
