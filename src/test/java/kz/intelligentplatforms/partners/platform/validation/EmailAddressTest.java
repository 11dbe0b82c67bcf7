package kz.intelligentplatforms.partners.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Sales@Step.EXAMPLE, sales@step.example",
        "sales@степь.қаз, sales@xn--e1auee6c.xn--80ao21a",
        "Sales@СТЕПЬ.Қаз, sales@xn--e1auee6c.xn--80ao21a",
        "sales@XN--E1AUEE6C.xn--80ao21a, sales@xn--e1auee6c.xn--80ao21a",
        "sales@почта.степь.рф, sales@xn--80a1acny.xn--e1auee6c.xn--p1ai",
        "sales@step。қаз, sales@step.xn--80ao21a",
        "o'neil+kz@a--b.ab--cd.example, o'neil+kz@a--b.ab--cd.example"
    })
    void hasOneWriting(String typed, String kept) {
        assertThat(EmailAddress.normalise(typed)).contains(kept);
        assertThat(EmailAddress.normalise(kept)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "sales",
                "sales@қаз",
                "sales@степь..қаз",
                "sales@-степь.қаз",
                "sales@степь-.қаз",
                "sales@сте_пь.қаз",
                "sales@степь қаз",
                "sales@степь\u202E.қаз",
                "sales@xn--a.example",
                "sales@xn--e1auee6c!.example",
                "продажи@степь.қаз",
                "sales@степь.қаз@степь.қаз",
                "sales@١٢.қаз"
            })
    void isNothingElse(String typed) {
        assertThat(EmailAddress.normalise(typed)).isEmpty();
        assertThat(EmailAddress.normaliseOrKeep(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64})
    void aPartOfADomainHasAtMost63LettersAsTheInternetKnowsIt(int length) {
        assertThat(EmailAddress.normalise("a@" + "b".repeat(length) + ".kz").isPresent())
                .isEqualTo(length == 63);
        assertThat(EmailAddress.normalise("a@" + "ж".repeat(length) + "ә.kz")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sales@xn--e1auee6c.xn--80ao21a, sales@степь.қаз",
        "sales@step.example, sales@step.example",
        "P000012, P000012"
    })
    void isShownInTheLettersOfItsOwner(String kept, String shown) {
        assertThat(EmailAddress.readable(kept)).isEqualTo(shown);
    }

    /** Cyrillic letters beside Latin ones may be there to deceive. */
    @ParameterizedTest
    @ValueSource(strings = {"sales@аpple.com", "sales@аррӏе.com"})
    void isShownAsTheInternetKnowsItWhereLettersAreMixed(String typed) {
        var kept = EmailAddress.normalise(typed).orElseThrow();
        assertThat(EmailAddress.readable(kept)).isEqualTo(kept).contains("xn--");
    }
}
