package kz.intelligentplatforms.partners.platform.validation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers in one writing, so that equal numbers are equal texts. */
public final class PhoneNumber {

    private static final Pattern USUAL = Pattern.compile("\\+?[0-9(][0-9 ().-]{5,28}");

    private PhoneNumber() {}

    /** The number in international form, {@code +} and digits; nothing if it is not one. In Kazakhstan 8 stands for +7. */
    public static Optional<String> normalise(String typed) {
        if (!USUAL.matcher(typed).matches()) {
            return Optional.empty();
        }
        var digits = typed.replaceAll("\\D", "");
        if (digits.length() < 10 || digits.length() > 15) {
            return Optional.empty();
        }
        if (!typed.startsWith("+") && digits.length() == 11 && digits.startsWith("8")) {
            return Optional.of("+7" + digits.substring(1));
        }
        return Optional.of(!typed.startsWith("+") && digits.length() == 10 ? "+7" + digits : "+" + digits);
    }
}
