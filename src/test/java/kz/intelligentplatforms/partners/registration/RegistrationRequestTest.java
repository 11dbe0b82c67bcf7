package kz.intelligentplatforms.partners.registration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of the application against the real validator: one flaw, one violation, on the field it belongs to. */
class RegistrationRequestTest {

    private static final String REQUIRED = "{error.required}";
    private static final String TOO_LONG = "{error.too-long}";
    private static final String CONTROLS = "{error.control-characters}";

    private static final Map<String, Integer> LINES = Map.of(
            "company.name", 200,
            "company.city", 100,
            "company.address", 300,
            "contact.name", 120,
            "contact.position", 120);

    private static ValidatorFactory factory;
    private static Validator validator;

    @BeforeAll
    static void start() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void acceptsACompanyOfKazakhstanAndOneOfElsewhere() {
        assertThat(violations(Typed.RIGHT)).isEmpty();
        assertThat(violations(Typed.FOREIGN)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void findsTheOneFlaw(String path, String value, String template) {
        assertThat(violations(Typed.RIGHT.with(path, value))).containsExactly(Map.entry(path, template));
    }

    static Stream<Arguments> findsTheOneFlaw() {
        var flaws = new ArrayList<Arguments>();
        LINES.forEach((path, max) -> {
            missing(flaws, path);
            flaws.add(Arguments.of(path, "x".repeat(max + 1), TOO_LONG));
            controls(flaws, path, "Алматы");
        });
        for (var path : List.of("company.phone", "contact.phone")) {
            missing(flaws, path);
            flaws.add(Arguments.of(path, "+7 " + "7".repeat(28), TOO_LONG));
            controls(flaws, path, "+77172556677");
            for (var wrong : List.of("12345", "+7 717 255 66 7x", "телефон", "+٧٧١٧٢٥٥٦٦٧٧", "<b>+77172556677</b>")) {
                flaws.add(Arguments.of(path, wrong, "{error.phone}"));
            }
        }
        missing(flaws, "contact.email");
        flaws.add(Arguments.of("contact.email", "a@" + "b".repeat(63) + ".example".repeat(24), TOO_LONG));
        controls(flaws, "contact.email", "sales@stepcontrol.example");
        for (var wrong : List.of(
                "sales",
                "@stepcontrol.example",
                "sales@",
                "sales@stepcontrol",
                "sales@stepcontrol.",
                "sales@.example",
                "sales@-step.example",
                "sales@step..example",
                ".sales@stepcontrol.example",
                "sales.@stepcontrol.example",
                "sa..les@stepcontrol.example",
                "sales@stepcontrol.example, boss@stepcontrol.example",
                "Sales <sales@stepcontrol.example>",
                "sales @stepcontrol.example",
                "sales@192.168.0.1",
                "продажи@stepcontrol.example",
                "sales@степь..қаз",
                "sales@-степь.қаз",
                "sales@xn--a.example",
                "x".repeat(65) + "@stepcontrol.example",
                "<script>@stepcontrol.example")) {
            flaws.add(Arguments.of("contact.email", wrong, "{error.email}"));
        }
        flaws.add(Arguments.of("company.website", "step.example/" + "x".repeat(200), TOO_LONG));
        flaws.add(Arguments.of("company.website", "step.example/" + "ж".repeat(100), TOO_LONG));
        controls(flaws, "company.website", "stepcontrol.example");
        for (var wrong : List.of(
                "javascript:alert(1)",
                "data:text/html,hi",
                "ftp://stepcontrol.example",
                "https://user:secret@stepcontrol.example",
                "сайт",
                "<b>step</b>")) {
            flaws.add(Arguments.of("company.website", wrong, "{error.website}"));
        }
        missing(flaws, "wishedTier", "{error.level-missing}");
        missing(flaws, "language");
        for (var path : List.of("wishedTier", "language")) {
            controls(flaws, path, "ru");
            for (var wrong : List.of("GOLD", "primary_reseller", "RU", "de", "<b>ru</b>")) {
                flaws.add(Arguments.of(path, wrong, "{error.choice}"));
            }
        }
        missing(flaws, "company.bin");
        for (var wrong : List.of(
                "09054000888",
                "0905400088811",
                "О90540008881",
                "09054000888l",
                "0905 4000 8881",
                "٠٩٠٥٤٠٠٠٨٨٨١",
                "0905400\u00008881",
                "\u202E090540008881",
                "<b>1</b>",
                "9".repeat(10_000))) {
            flaws.add(Arguments.of("company.bin", wrong, "{error.bin-form}"));
        }
        flaws.add(Arguments.of("company.bin", "000000000000", "{error.bin-zeros}"));
        for (var wrong : List.of("090540008880", "990140000820", "000000000001")) {
            flaws.add(Arguments.of("company.bin", wrong, "{error.bin-check-digit}"));
        }
        for (var wrong : List.of("991340000017", "990040000013", "990170000010", "990190000012")) {
            flaws.add(Arguments.of("company.bin", wrong, "{error.bin-structure}"));
        }
        for (var wrong : List.of("kz", "KAZ", "XX", "ZZ", "Казахстан", "K\u0000", "<b>", "D".repeat(10_000))) {
            flaws.add(Arguments.of("company.country", wrong, "{error.country}"));
        }
        return flaws.stream();
    }

    private static void missing(List<Arguments> flaws, String path) {
        missing(flaws, path, REQUIRED);
    }

    private static void missing(List<Arguments> flaws, String path, String template) {
        for (var nothing : new String[] {null, "", "   ", "\u2003", "\t\n"}) {
            flaws.add(Arguments.of(path, nothing, template));
        }
    }

    private static void controls(List<Arguments> flaws, String path, String text) {
        var half = text.length() / 2;
        for (var control : List.of(
                "\u0000", "\t", "\n", "\r", "\u001B", "\u007F", "\u0085", "\u2028", "\u200E", "\u200F", "\u061C",
                "\u202A", "\u202E", "\u2066", "\u2069", "\uD800", "\uDC00")) {
            flaws.add(Arguments.of(path, text.substring(0, half) + control + text.substring(half), CONTROLS));
        }
    }

    /** What looks empty is empty: no-break space, zero-width space, byte order mark, punctuation alone. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\uFEFF", "\u00A0\u200B\u2060", "—", "...", "«»"})
    void takesALineWithoutLettersAndDigitsForEmpty(String nothing) {
        for (var path : LINES.keySet()) {
            assertThat(violations(Typed.RIGHT.with(path, nothing))).containsExactly(Map.entry(path, REQUIRED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', {error.required}",
        "ABC, {error.tax-number}",
        "'DE 123', {error.tax-number}",
        "ИНН7707083893, {error.tax-number}",
        "<b>1234</b>, {error.tax-number}",
        "'12\u202E34', {error.tax-number}",
        "'12\u000034', {error.tax-number}",
        "٧٧٠٧٠٨٣٨٩٣, {error.tax-number}",
        "111111111111111111111111111111111, {error.tax-number}"
    })
    void asksCompaniesOfOtherCountriesForTheirTaxNumber(String taxNumber, String template) {
        assertThat(violations(Typed.FOREIGN.with("company.taxNumber", taxNumber)))
                .containsExactly(Map.entry("company.taxNumber", template));
    }

    @Test
    void asksOnlyForTheNumberOfTheCountry() {
        assertThat(violations(Typed.RIGHT.with("company.taxNumber", "?"))).isEmpty();
        assertThat(violations(Typed.FOREIGN.with("company.bin", "?"))).isEmpty();
        assertThat(violations(Typed.FOREIGN.with("company.taxNumber", "090540008880")))
                .as("no check digit elsewhere")
                .isEmpty();
    }

    @Test
    void takesAnEmptyCountryForKazakhstan() {
        var request = Typed.RIGHT.with("company.country", " ").request();

        assertThat(validator.validate(request)).isEmpty();
        assertThat(request.company().country()).isEqualTo("KZ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(booleans = false)
    void asksForConsent(Boolean given) {
        assertThat(violations(Typed.RIGHT.withConsent(given))).containsExactly(Map.entry("consent", "{error.consent}"));
    }

    @Test
    void doesWithoutAWebSite() {
        assertThat(violations(Typed.RIGHT.with("company.website", ""))).isEmpty();
    }

    @Test
    void acceptsTextsAsLongAsTheirColumns() {
        LINES.forEach((path, max) -> assertThat(violations(Typed.RIGHT.with(path, "ж".repeat(max))))
                .as(path)
                .isEmpty());
        assertThat(violations(Typed.RIGHT.with("company.website", "step.example/" + "x".repeat(179))))
                .isEmpty();
    }

    /** Markup is text like any other; whoever shows it must escape it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<b>Step</b> & Co",
                "{{constructor}}",
                "${7*7} #{7*7}",
                "\"><img src=x onerror=alert(1)>",
                "'; drop table partner; --"
            })
    void acceptsMarkupAsText(String markup) {
        for (var path : LINES.keySet()) {
            assertThat(violations(Typed.RIGHT.with(path, markup))).isEmpty();
        }
        assertThat(Typed.RIGHT.with("company.name", markup).details().company().name())
                .isEqualTo(markup);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Қазақстан Өнеркәсіп", "Ünïcode GmbH", "株式会社", "🏭 Завод", "O’Neil & Söhne – №1"})
    void acceptsNamesOfEveryScript(String name) {
        assertThat(violations(Typed.RIGHT.with("company.name", name))).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // as an empty JSON object arrives
    void namesEveryFieldOfAnEmptyRequestOnce() {
        assertThat(validator.validate(new RegistrationRequest(null, null, null, null, null)))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder(
                        "company.name",
                        "company.bin",
                        "company.city",
                        "company.address",
                        "company.phone",
                        "contact.name",
                        "contact.position",
                        "contact.email",
                        "contact.phone",
                        "wishedTier",
                        "language",
                        "consent");
    }

    /** A resident, a foreign company, a joint enterprise of sole proprietors, a person. */
    @ParameterizedTest
    @ValueSource(strings = {"990140000007", "991250000018", "991260000012", "850613500120", "000131000013"})
    void takesTheNumbersOfCompaniesAndOfPersons(String bin) {
        assertThat(violations(Typed.RIGHT.with("company.bin", bin))).isEmpty();
    }

    @Test
    void cleansWhatIsTyped() {
        var details = Typed.FOREIGN
                .with("company.name", "  Cafe\u0301 GmbH ")
                .with("company.taxNumber", " de123456789 ")
                .details();

        assertThat(details.company().name()).isEqualTo("Caf\u00E9 GmbH");
        assertThat(details.company().identity().key()).isEqualTo("DE:DE123456789");
        assertThat(details.company().website()).isEqualTo("https://stepcontrol.example");
        assertThat(details.company().phone()).isEqualTo("+77172556677");
        assertThat(details.contact().email()).isEqualTo("sales@stepcontrol.example");
        assertThat(details.contact().phone()).isEqualTo("+77011234567");
    }

    @Test
    void keepsAnAddressAsTheInternetKnowsItAndShowsItInItsOwnLetters() {
        var request =
                Typed.RIGHT.with("contact.email", "Sales@Степь.ҚАЗ").details().toRequest();

        assertThat(request.contact().email()).isEqualTo("sales@xn--e1auee6c.xn--80ao21a");
        assertThat(request.contact().shownEmail()).isEqualTo("sales@степь.қаз");
    }

    /** The tracker shows the stored details for correction: what was right must be right again. */
    @Test
    void isTheSameWhenItIsTypedAgain() {
        for (var typed : List.of(
                Typed.RIGHT,
                Typed.FOREIGN,
                Typed.RIGHT.with("company.website", ""),
                Typed.RIGHT.with("contact.email", "sales@степь.қаз"))) {
            var details = typed.details();

            assertThat(validator.validate(details.toRequest())).isEmpty();
            assertThat(ApplicationDetails.of(details.toRequest())).isEqualTo(details);
        }
    }

    private static List<Map.Entry<String, String>> violations(Typed typed) {
        return validator.validate(typed.request()).stream()
                .map(RegistrationRequestTest::pathAndTemplate)
                .collect(Collectors.toList());
    }

    private static Map.Entry<String, String> pathAndTemplate(ConstraintViolation<RegistrationRequest> violation) {
        return Map.entry(violation.getPropertyPath().toString(), violation.getMessageTemplate());
    }
}
