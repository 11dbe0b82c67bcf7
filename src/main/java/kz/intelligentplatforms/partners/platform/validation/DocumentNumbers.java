package kz.intelligentplatforms.partners.platform.validation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When two numbers of documents, such as invoices, are the same however they are typed: without leading zeros and invisible characters,
 * and with one letter, or one dash, for those that look alike on paper.
 */
public final class DocumentNumbers {

    /** Capital letters that look the same on paper, one by one. */
    private static final String CYRILLIC = "АВСЕНІКМОРТХУ";

    private static final String LATIN = "ABCEHIKMOPTXY";

    private static final Pattern NOT_SEEN = Pattern.compile("(?<!\\p{N})0+(?=\\p{N})|[\\s\\p{Z}\\p{Cf}№]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]");

    private DocumentNumbers() {}

    /** The same for numbers that are the same beyond doubt: whatever separates their parts counts. */
    public static String key(String number) {
        var seen = NOT_SEEN.matcher(number.toUpperCase(Locale.ROOT)).replaceAll("");
        return DASHES.matcher(seen)
                .replaceAll("-")
                .codePoints()
                .map(letter -> {
                    int look = CYRILLIC.indexOf(letter);
                    return look < 0 ? letter : LATIN.charAt(look);
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same for numbers that may be the same: only their letters and digits count. Empty where there are none. */
    public static String looseKey(String number) {
        return SEPARATORS.matcher(key(number)).replaceAll("");
    }
}
