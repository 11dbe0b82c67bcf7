package kz.intelligentplatforms.partners.platform.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers in one writing, so that equal numbers are equal texts. */
public final class PhoneNumber {

    /** Where a number without a country's code is, as long as nobody says otherwise. */
    private static final String HOME = "KZ";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** A number as people write it, and an extension by the words that stand before one in our languages. */
    private static final Pattern USUAL = Pattern.compile(
            "(\\+?[0-9(][0-9 ()./-]{4,34}?)(?:[ ,;(]*(?:доб|вн|внутр|ішкі|ext|x|#)[.:=№# ]*([0-9]{1,7})\\)?)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PhoneNumber() {}

    /** The number as {@link #normalise(String, String)} reads it in Kazakhstan. */
    public static Optional<String> normalise(String typed) {
        return normalise(typed, HOME);
    }

    /**
     * The number in international form, {@code +} and digits, with its extension such as {@code доб. 123} if it has one; nothing
     * if it is no number. Whether the operator has given it to somebody is not asked: plans of numbers change.
     *
     * @param country ISO 3166 alpha-2: where a number without a country's code is
     */
    public static Optional<String> normalise(String typed, String country) {
        var plain = typed.replaceAll("\\p{Zs}", " ").replaceAll("\\p{Pd}", "-");
        var usual = USUAL.matcher(plain);
        if (!usual.matches()) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(usual.group(1), country);
            if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                return Optional.empty();
            }
            var international = NUMBERS.format(number, PhoneNumberFormat.E164);
            return Optional.of(usual.group(2) == null ? international : international + " доб. " + usual.group(2));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
