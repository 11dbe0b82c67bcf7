package kz.intelligentplatforms.partners.purchases;

import static kz.intelligentplatforms.partners.purchases.PurchaseField.AMOUNT;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.CORRECTS;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.CURRENCY;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DATE;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_ID;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_NUMBER;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.KIND;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_BIN;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_COUNTRY;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_TAX_NUMBER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;
import kz.intelligentplatforms.partners.platform.validation.InputText;

/** What a purchase must look like, by whichever way it comes. What else is known of it is the {@link PurchaseClassifier}'s business. */
final class PurchaseRules {

    static final int MAX_DOCUMENT_NUMBER = 64;

    /** Tenge as people, spreadsheets and the ERP write it. */
    private static final String TENGE = "KZT|₸|(?:ТЕНГЕ|ТЕҢГЕ|ТНГ|ТГ)\\.?";

    private static final Pattern TENGE_OR_CODE = ignoringCase(TENGE + "|398");
    private static final Pattern NUMBER = ignoringCase("([+-]?[0-9]+(?:\\.[0-9]*)?)(?:" + TENGE + ")?");
    /** One tenge with decimals, or a thousand with its digits grouped: there is no telling. */
    private static final Pattern ONE_OR_THOUSAND = Pattern.compile("[+-]?[0-9]{1,3}\\.0{3}");

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
    /** Twelve digits that a spreadsheet took for an amount, such as 5.0340001E+10. */
    private static final Pattern EXPONENT = Pattern.compile("[0-9]+(?:[.,][0-9]+)?[Ee][+][0-9]+");

    private static final int MAX_DECIMALS = 2;
    /** Fifteen digits in all, two of them decimals. */
    private static final BigDecimal BELOW = new BigDecimal("1e13");
    /** No digits before it, and no ERP that writes more. */
    private static final int MAX_NUMBER = 40;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final LocalDate today;
    private final ZoneId zone;

    /**
     * @param today in the program's time zone
     * @param zone the program's, for days that come as moments
     */
    PurchaseRules(LocalDate today, ZoneId zone) {
        this.today = today;
        this.zone = zone;
    }

    private static Pattern ignoringCase(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The purchase that a line tells of; nothing where one of its fields is wrong, and then {@code flaws} hears of each. */
    Optional<Purchase> read(PurchaseLine line, Consumer<Violation> flaws) {
        var found = new ArrayList<Violation>();
        var document = text(line, DOCUMENT_NUMBER, found);
        if (document.length() > MAX_DOCUMENT_NUMBER) {
            found.add(flaw(line, DOCUMENT_NUMBER, Violation.Kind.DOCUMENT_TOO_LONG));
        } else if (!document.isEmpty() && DocumentNumbers.key(document).isEmpty()) {
            found.add(flaw(line, DOCUMENT_NUMBER, Violation.Kind.REQUIRED));
        }
        var id = optional(line, DOCUMENT_ID, found);
        if (id.length() > MAX_DOCUMENT_NUMBER) {
            found.add(flaw(line, DOCUMENT_ID, Violation.Kind.DOCUMENT_ID_TOO_LONG));
        }
        var buyer = buyer(line, found);
        var date = date(line, found);
        var kind = kind(line, found);
        var amount = amount(line, found);
        kind.filter(PurchaseKind.SALE::equals).flatMap(sale -> amount).ifPresent(sum -> {
            if (sum.signum() < 0) {
                found.add(flaw(line, AMOUNT, Violation.Kind.AMOUNT_NEGATIVE));
            }
        });
        var currency = text(line, CURRENCY, found);
        if (!currency.isEmpty() && !TENGE_OR_CODE.matcher(currency).matches()) {
            found.add(flaw(line, CURRENCY, Violation.Kind.CURRENCY));
        }
        found.forEach(flaws);
        return found.isEmpty()
                ? Optional.of(new Purchase(
                        PurchaseDocument.of(document, kind.orElseThrow(), date.orElseThrow(), id),
                        buyer,
                        date.orElseThrow(),
                        signed(amount.orElseThrow(), kind.orElseThrow())))
                : Optional.empty();
    }

    private static Violation.Kind binFlaw(String number) {
        if (TWELVE_DIGITS.matcher(number).matches()) {
            return Violation.Kind.BIN_CHECK_DIGIT;
        }
        // Eleven digits of a BIN or IIN that begins with the zero which is missing.
        boolean cut = number.length() == 11 && TaxIdentity.hasCheckDigit("0" + number);
        return cut || EXPONENT.matcher(number).matches() ? Violation.Kind.BIN_SPREADSHEET : Violation.Kind.BIN_FORM;
    }

    /** Whether the line says what is right in the place of what was recorded of its document. */
    static boolean corrects(PurchaseLine line) {
        return line.cell(CORRECTS).text().equals("true");
    }

    /** By a BIN or IIN, or by country and tax number; both may be there where they say the same. */
    private static TaxIdentity buyer(PurchaseLine line, List<Violation> found) {
        var country = optional(line, PARTNER_COUNTRY, found).toUpperCase(Locale.ROOT);
        var number = optional(line, PARTNER_TAX_NUMBER, found).toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            var bin = text(line, PARTNER_BIN, found);
            return checked(TaxIdentity.kazakh(bin), line, PARTNER_BIN, found);
        }
        var bin = optional(line, PARTNER_BIN, found);
        if (!bin.isEmpty() && !bin.equals(number)) {
            found.add(Violation.of(PARTNER_TAX_NUMBER, line.cell(PARTNER_TAX_NUMBER), Violation.Kind.TWO_BUYERS, bin));
        }
        if (country.isEmpty()) {
            found.add(flaw(line, PARTNER_COUNTRY, Violation.Kind.REQUIRED));
        } else if (!COUNTRIES.contains(country)) {
            found.add(flaw(line, PARTNER_COUNTRY, Violation.Kind.COUNTRY));
        }
        return checked(new TaxIdentity(country, number), line, PARTNER_TAX_NUMBER, found);
    }

    private static TaxIdentity checked(
            TaxIdentity buyer, PurchaseLine line, PurchaseField field, List<Violation> found) {
        var number = buyer.taxNumber();
        if (!number.isEmpty() && !buyer.isValid()) {
            found.add(flaw(line, field, buyer.isKazakh() ? binFlaw(number) : Violation.Kind.TAX_NUMBER_FORM));
        }
        return buyer;
    }

    /** For a return the ERP may write the sum with or without the minus. */
    private static BigDecimal signed(BigDecimal amount, PurchaseKind kind) {
        var sum = amount.setScale(MAX_DECIMALS);
        return kind == PurchaseKind.RETURN ? sum.abs().negate() : sum;
    }

    private Optional<LocalDate> date(PurchaseLine line, List<Violation> found) {
        var text = text(line, DATE, found);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var date = InputText.day(text, zone).filter(day -> !day.isBefore(FIRST_DAY));
        if (date.isEmpty()) {
            found.add(flaw(line, DATE, Violation.Kind.DATE_FORM));
        } else if (date.get().isAfter(today)) {
            found.add(flaw(line, DATE, Violation.Kind.DATE_TO_COME));
        }
        return date;
    }

    private static Optional<PurchaseKind> kind(PurchaseLine line, List<Violation> found) {
        var text = text(line, KIND, found);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (var kind : PurchaseKind.values()) {
            if (kind.name().equals(text)) {
                return Optional.of(kind);
            }
        }
        found.add(flaw(line, KIND, Violation.Kind.KIND));
        return Optional.empty();
    }

    private static Optional<BigDecimal> amount(PurchaseLine line, List<Violation> found) {
        var text = text(line, AMOUNT, found);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var number = InputText.number(text);
        var match = NUMBER.matcher(number);
        if (number.length() > MAX_NUMBER || !match.matches()) {
            found.add(flaw(line, AMOUNT, Violation.Kind.AMOUNT_FORM));
            return Optional.empty();
        }
        var digits = match.group(1);
        var amount = new BigDecimal(digits);
        if (amount.stripTrailingZeros().scale() > MAX_DECIMALS
                || ONE_OR_THOUSAND.matcher(digits).matches()) {
            found.add(flaw(line, AMOUNT, Violation.Kind.AMOUNT_DECIMALS));
            return Optional.empty();
        }
        if (amount.signum() == 0) {
            found.add(flaw(line, AMOUNT, Violation.Kind.AMOUNT_ZERO));
        } else if (amount.abs().compareTo(BELOW) >= 0) {
            found.add(flaw(line, AMOUNT, Violation.Kind.AMOUNT_DIGITS));
        }
        return Optional.of(amount);
    }

    /** The field's text; empty where it is missing or not fit to be read, of which {@code found} hears. */
    private static String text(PurchaseLine line, PurchaseField field, List<Violation> found) {
        if (InputText.clean(line.cell(field).text()).isEmpty()) {
            found.add(flaw(line, field, Violation.Kind.REQUIRED));
        }
        return optional(line, field, found);
    }

    /** The field's text; empty where there is none, or one that is not fit to be read, of which {@code found} hears. */
    private static String optional(PurchaseLine line, PurchaseField field, List<Violation> found) {
        var text = InputText.clean(line.cell(field).text());
        if (InputText.hasControls(text)) {
            found.add(flaw(line, field, Violation.Kind.CONTROL_CHARACTERS));
            return "";
        }
        return text;
    }

    private static Violation flaw(PurchaseLine line, PurchaseField field, Violation.Kind kind) {
        return Violation.of(field, line.cell(field), kind);
    }
}
