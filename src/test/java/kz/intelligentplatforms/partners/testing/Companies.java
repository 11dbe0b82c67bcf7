package kz.intelligentplatforms.partners.testing;

import java.util.concurrent.atomic.AtomicInteger;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;

/** Applications of companies that nobody else in the tests knows. */
public final class Companies {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Companies() {}

    /** A BIN with the right check digit that no other test has. */
    public static String newBin() {
        while (true) {
            var eleven = "%011d".formatted(10_040_000_000L + COUNT.incrementAndGet());
            for (int digit = 0; digit < 10; digit++) {
                if (TaxIdentity.hasCheckDigit(eleven + digit)) {
                    return eleven + digit;
                }
            }
        }
    }

    /** A complete application; name, phone and mail domain are new as well. */
    public static RegistrationRequest application() {
        return application(newBin());
    }

    public static RegistrationRequest application(String bin) {
        var digits = bin.substring(4, 11);
        return new RegistrationRequest(
                "PRIMARY_RESELLER",
                new RegistrationRequest.Company(
                        "ТОО «Завод " + letters(digits) + "»",
                        "KZ",
                        bin,
                        "",
                        "Караганда",
                        "ул. Заводская, 7",
                        "+7 721 " + digits,
                        ""),
                new RegistrationRequest.Contact(
                        "Иван Петров", "Директор", "petrov@c" + digits + ".example", "+7 701 " + digits),
                "ru",
                true);
    }

    /** Digits as letters, so that names differ in what their keys keep. */
    private static String letters(String digits) {
        return digits.chars()
                .map(digit -> "бвгджзклмн".charAt(digit - '0'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
