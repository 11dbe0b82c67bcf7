package kz.intelligentplatforms.partners.platform.validation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as people type it and frameworks hand it over. */
public final class TypedText {

    /** Controls, line breaks included, characters that turn the direction of text around, and halves of characters. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final DateTimeFormatter ISO_DAY = strict("uuuu-MM-dd");
    private static final DateTimeFormatter LOCAL_DAY = strict("dd.MM.uuuu");

    private TypedText() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether there are characters in it that people neither type nor see, the ends of lines included. */
    public static boolean hasControls(String text) {
        return CONTROLS.matcher(text).find();
    }

    /** Composed, trimmed, and empty where there was none. */
    public static String clean(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Like {@link #clean}, for texts of several lines: browsers send each line's end as two characters. */
    public static String cleanLines(@Nullable String text) {
        return clean(text).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** An amount in whole KZT, whose digits spaces may group; nothing where the text is no such number of up to 15 digits. */
    public static Optional<Long> amount(String text) {
        var digits = text.replaceAll("[\\s\\u00A0\\u202F]", "");
        return digits.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /**
     * A change of points: a whole number of up to 9 digits, which spaces may group, with its sign, a minus or a hyphen; nothing where
     * the text is no such number, or 0.
     */
    public static Optional<Long> pointsChange(String text) {
        var number = text.replaceAll("[\\s\\u00A0\\u202F]", "").replace('\u2212', '-');
        return number.matches("[+-]?[0-9]{1,9}")
                ? Optional.of(Long.valueOf(number)).filter(points -> points != 0)
                : Optional.empty();
    }

    /**
     * A sum in KZT such as 1 250 000 or 1 250 000,50, whose digits spaces may group, with a minus or a hyphen where it is negative; nothing
     * where the text is no number, or has more than two digits after the comma.
     */
    public static Optional<BigDecimal> money(String text) {
        var number = text.replaceAll("[\\s\\u00A0\\u202F]", "")
                .replace('\u2212', '-')
                .replace(',', '.');
        return number.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(number).setScale(2))
                : Optional.empty();
    }

    /** A day such as 2027-03-31 or 31.03.2027; nothing where the text is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, text.contains(".") ? LOCAL_DAY : ISO_DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
