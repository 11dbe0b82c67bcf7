package kz.intelligentplatforms.partners.platform.validation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as people type it and frameworks hand it over. Whatever comes from outside, a field, a cell of a file, a comment, goes through
 * here once and nowhere else, so that what looks the same is the same.
 */
public final class InputText {

    /** Controls, line breaks included, characters that turn the direction of text around, and halves of characters. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /**
     * Without width or ink: soft hyphens, zero-width blanks and joiners, byte order marks, fillers. Two exceptions: what turns the
     * direction around is no slip of the keyboard, and stays to be refused as a control; and a joiner between two pictures, the first of
     * which may end in half a character, is part of a picture.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u3164\\uFFA0"
            + "&&[^\\u061C\\u200D-\\u200F\\u202A-\\u202E\\u2066-\\u2069]]"
            + "|(?<![\\p{So}\\uFE0F\\uDC00-\\uDFFF])\\u200D|\\u200D(?!\\p{So})");

    /** Blanks of every width, those at which no line may end included. */
    private static final Pattern BLANK = Pattern.compile("[\\p{Zs}\\u2800&&[^ ]]");

    private static final Pattern ANY_BLANK = Pattern.compile("[\\s\\p{Zs}]");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}");
    private static final Pattern POINTS_CHANGE = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern MONEY = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,2})?");

    /** Year, month, day; or day, month, year; then perhaps a time, which may name its zone. */
    private static final Pattern DAY =
            Pattern.compile("(?:([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4}|[0-9]{2}))"
                    + "(?:[T ] *([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]{1,9})?)?"
                    + " ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

    private static final Pattern UTC = Pattern.compile("Z|[+-]00(?::?00)?");

    private InputText() {}

    /** Whether there are characters in it that people neither type nor see, the ends of lines included. */
    public static boolean hasControls(String text) {
        return CONTROLS.matcher(text).find();
    }

    /**
     * What can be seen of a text: composed, without invisible characters, every blank a plain one, none at its ends; empty where there
     * was none.
     */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (isPlain(text)) {
            return text.strip();
        }
        var visible = INVISIBLE.matcher(text).replaceAll("");
        var composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        return BLANK.matcher(composed).replaceAll(" ").strip();
    }

    /** Nothing but basic Latin, Russian and Kazakh letters, as in nearly all the cells of large files: there is nothing to find in it. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > '~' && (letter < '\u0400' || letter > '\u052F' || letter >= '\u0483' && letter <= '\u0489')) {
                return false;
            }
        }
        return true;
    }

    /** Like {@link #clean}, for texts of several lines: browsers send each line's end as two characters. */
    public static String cleanLines(@Nullable String text) {
        return clean(text).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Like {@link #clean}, for what somebody looks for: without controls, which are nowhere to be found and which databases refuse. */
    public static String cleanQuery(@Nullable String text) {
        return CONTROLS.matcher(clean(text)).replaceAll("").strip();
    }

    /** An amount in whole KZT, whose digits spaces may group; nothing where the text is no such number of up to 15 digits. */
    public static Optional<Long> amount(String text) {
        return Optional.of(number(text))
                .filter(digits -> AMOUNT.matcher(digits).matches())
                .map(Long::valueOf);
    }

    /**
     * A change of points: a whole number of up to 9 digits, which spaces may group, with its sign, a minus or a hyphen; nothing where
     * the text is no such number, or 0.
     */
    public static Optional<Long> pointsChange(String text) {
        return Optional.of(number(text))
                .filter(number -> POINTS_CHANGE.matcher(number).matches())
                .map(Long::valueOf)
                .filter(points -> points != 0);
    }

    /**
     * A sum in KZT such as 1 250 000 or 1 250 000,50, whose digits spaces may group, with a minus or a hyphen where it is negative; nothing
     * where the text is no number, or has more than two digits after the comma.
     */
    public static Optional<BigDecimal> money(String text) {
        return Optional.of(number(text))
                .filter(number -> MONEY.matcher(number).matches())
                .map(number -> new BigDecimal(number).setScale(2));
    }

    /** Digits as Java writes them: ungrouped, with a hyphen for a minus and a point for a comma. What else there is stays. */
    public static String number(String text) {
        return ANY_BLANK
                .matcher(clean(text))
                .replaceAll("")
                .replace('\u2212', '-')
                .replace(',', '.');
    }

    /**
     * A day such as 2027-03-31, 31.03.2027, 1.3.2027 or 01.03.27, of this century where the year has two digits; a time may follow, which
     * changes nothing. Nothing where the text is no day.
     */
    public static Optional<LocalDate> day(String text) {
        return day(text, ZoneOffset.UTC);
    }

    /**
     * As {@link #day(String)}, for what machines write: a time in UTC, as in 2026-06-30T19:00:00Z, says nothing of the day its writer
     * had, which is taken to be that of {@code zone}; with any other offset it is the day as written.
     */
    public static Optional<LocalDate> day(String text, ZoneId zone) {
        var found = DAY.matcher(clean(text));
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var day = found.group(1) == null
                    ? LocalDate.of(year(found.group(6)), part(found, 5), part(found, 4))
                    : LocalDate.of(part(found, 1), part(found, 2), part(found, 3));
            var offset = found.group(9);
            return Optional.of(
                    offset == null || !UTC.matcher(offset).matches()
                            ? day
                            : LocalDateTime.of(day, LocalTime.of(part(found, 7), part(found, 8)))
                                    .atZone(ZoneOffset.UTC)
                                    .withZoneSameInstant(zone)
                                    .toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        return digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
    }

    private static int part(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** The rows of a typed list; browsers and frameworks leave holes, and no list at all where there is none. */
    @SuppressWarnings("ConstantValue")
    public static <T> List<T> rows(@Nullable List<T> typed) {
        return typed == null
                ? List.of()
                : typed.stream().filter(Objects::nonNull).toList();
    }
}
