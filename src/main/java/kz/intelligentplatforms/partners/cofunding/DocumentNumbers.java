package kz.intelligentplatforms.partners.cofunding;

import java.util.Locale;

/**
 * When two numbers of documents, such as invoices, are the same however they are typed: without leading zeros, and with one letter for
 * those that look alike on paper.
 */
final class DocumentNumbers {

    /** Capital letters that look the same on paper, one by one. */
    private static final String CYRILLIC = "АВСЕНІКМОРТХУ";

    private static final String LATIN = "ABCEHIKMOPTXY";

    private DocumentNumbers() {}

    /** The same for numbers that are the same beyond doubt: whatever separates their parts counts. */
    static String key(String number) {
        var plain = number.toUpperCase(Locale.ROOT).replaceAll("(?<!\\p{N})0+(?=\\p{N})|[\\s\u00A0\u202F№]", "");
        return plain.codePoints()
                .map(letter -> {
                    int look = CYRILLIC.indexOf(letter);
                    return look < 0 ? letter : LATIN.charAt(look);
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same for numbers that may be the same: only their letters and digits count. Empty where there are none. */
    static String looseKey(String number) {
        return key(number).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
