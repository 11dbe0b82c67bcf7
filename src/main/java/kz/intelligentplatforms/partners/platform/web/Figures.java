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
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    Figures() {}

    /** KZT with its sign, such as 3 000 000 ₸; with two digits after the comma where it is no whole sum. */
    public String money(BigDecimal sum) {
        return money(sum, reader());
    }

    /** As {@link #money} in Russian and Kazakh, whoever is asking: for mails and for what is kept for the vendor's people. */
    public static String sum(BigDecimal sum) {
        return money(sum, RUSSIAN);
    }

    private static String money(BigDecimal sum, Locale reader) {
        boolean whole = sum.stripTrailingZeros().scale() <= 0;
        return format(whole ? "#,##0" : "#,##0.00", sum, reader) + NO_BREAK_SPACE + "₸";
    }

    /** KZT without its sign, always with two digits after the comma, for columns of figures. */
    public String amount(BigDecimal sum) {
        return format("#,##0.00", sum, reader());
    }

    /** Such as 58 000 or −82 000. */
    public String points(long points) {
        return points(points, reader());
    }

    /** As {@link #points(long)}, in the language of somebody else who will read it. */
    public static String points(long points, Locale reader) {
        return format("#,##0", BigDecimal.valueOf(points), reader);
    }

    /** As {@link #points(long)} in Russian and Kazakh, whoever is asking. */
    public static String number(long points) {
        return points(points, RUSSIAN);
    }

    /** With its sign, such as +58 000 or −82 000. */
    public String change(long points) {
        return sign(points) + points(points);
    }

    /** As {@link #change(long)}, in the language of somebody else who will read it. */
    public static String change(long points, Locale reader) {
        return sign(points) + points(points, reader);
    }

    /** As {@link #change(long)} in Russian and Kazakh, whoever is asking. */
    public static String signed(long points) {
        return change(points, RUSSIAN);
    }

    private static String sign(long points) {
        return points > 0 ? "+" : "";
    }

    /** With one digit after the comma, such as 1,5. */
    public String tenths(double number) {
        return format("#,##0.0", BigDecimal.valueOf(number), reader());
    }

    /** A rate such as 0.02 as 2 %. */
    public String percent(BigDecimal rate) {
        return percent(rate, reader());
    }

    /** As {@link #percent(BigDecimal)} in Russian and Kazakh, whoever is asking. */
    public static String rate(BigDecimal rate) {
        return percent(rate, RUSSIAN);
    }

    private static String percent(BigDecimal rate, Locale reader) {
        return format("0.##", rate.movePointRight(2), reader) + (isEnglish(reader) ? "%" : NO_BREAK_SPACE + "%");
    }

    private static String format(String pattern, BigDecimal number, Locale reader) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        if (!isEnglish(reader)) {
            symbols.setGroupingSeparator(NO_BREAK_SPACE);
            symbols.setDecimalSeparator(',');
        }
        symbols.setMinusSign(MINUS);
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }

    private static boolean isEnglish(Locale reader) {
        return reader.getLanguage().equals("en");
    }
}
