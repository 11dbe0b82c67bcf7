package kz.intelligentplatforms.partners.partner;

import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which company this is: in Kazakhstan its BIN or, for a sole proprietor, IIN; elsewhere country and tax number (program.md,
 * reading 7). One membership per identity.
 *
 * @param country ISO 3166 alpha-2
 */
@Embeddable
public record TaxIdentity(String country, String taxNumber) {

    public static final String KAZAKHSTAN = "KZ";

    private static final Pattern WITH_COUNTRY = Pattern.compile("([A-Z]{2})[\\s:]\\s*(\\S+)");
    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?!0{12})\\d{12}");
    private static final Pattern BUILT = Pattern.compile("\\d\\d(0[1-9]|1[0-2])[0-6]\\d{7}");
    private static final Pattern FOREIGN_NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9./-]{3,31}");
    private static final int[] FIRST_WEIGHTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    /** The company of Kazakhstan with this BIN or IIN. */
    public static TaxIdentity kazakh(String number) {
        return new TaxIdentity(KAZAKHSTAN, number);
    }

    /**
     * What people type where they name a company: a BIN or IIN, or a country and a tax number, such as {@code RU 7707083893}. Whether
     * there can be such a number is another question.
     */
    public static TaxIdentity read(String text) {
        var named = WITH_COUNTRY.matcher(text.toUpperCase(Locale.ROOT));
        return named.matches() ? new TaxIdentity(named.group(1), named.group(2)) : kazakh(text);
    }

    /** How people read it: the BIN or IIN, or country and tax number. */
    public String inWords() {
        return isKazakh() ? taxNumber : country + " " + taxNumber;
    }

    /** The identity in one word, such as {@code KZ:990140000017}: unique, and fit for columns and variables. */
    public String key() {
        return country + ":" + taxNumber;
    }

    public boolean isKazakh() {
        return country.equals(KAZAKHSTAN);
    }

    /** Whether such a number can exist: the check digit in Kazakhstan, the form elsewhere. */
    public boolean isValid() {
        return isKazakh()
                ? hasCheckDigit(taxNumber)
                : FOREIGN_NUMBER.matcher(taxNumber).matches();
    }

    /** Whether {@code number} is twelve digits, not all zero, of which the last is the official check digit of the others. */
    public static boolean hasCheckDigit(String number) {
        if (!TWELVE_DIGITS.matcher(number).matches()) {
            return false;
        }
        int check = weigh(number, FIRST_WEIGHTS);
        if (check == 10) {
            check = weigh(number, SECOND_WEIGHTS);
        }
        return check == number.charAt(11) - '0';
    }

    /**
     * Whether a number with the right check digit is built like one: year and month, of registration or birth, then the kind of a company,
     * 4 to 6, or the day of birth.
     */
    public static boolean isBuiltLikeOne(String number) {
        return BUILT.matcher(number).matches();
    }

    /** 0 to 10; a result of 10 with the second weights matches no digit, so that such a number is invalid. */
    private static int weigh(String number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (number.charAt(i) - '0') * weights[i];
        }
        return sum % 11;
    }
}
