package kz.intelligentplatforms.partners.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionMarkTest {

    private static final String KEY = "2f1c7f0e-5c3f-4a53-9f0c-8a6d1d5f7b11";
    private static final ApplicationDetails BODY = Typed.RIGHT.details();

    private final SubmissionMark mark = SubmissionMark.of(KEY, BODY);

    @Test
    void derivesTheSameTokenForTheSameKey() {
        assertThat(mark.token(KEY)).isEqualTo(mark.token(KEY));
        assertThat(new SubmissionMark(mark.keyHash(), mark.bodyHash(), mark.tokenSalt()).token(KEY))
                .as("after it was stored and read again")
                .isEqualTo(mark.token(KEY));
    }

    @Test
    void derivesAnotherTokenForAnotherKey() {
        assertThat(mark.token(KEY + "1")).isNotEqualTo(mark.token(KEY));
    }

    /** Whoever guesses a key, such as "1", must not get to a case with it. */
    @Test
    void derivesAnotherTokenForEverySubmissionOfTheSameKey() {
        var tokens = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            tokens.add(SubmissionMark.of(KEY, BODY).token(KEY));
        }
        assertThat(tokens).hasSize(100);
    }

    @Test
    void keepsHashesAndNothingThatOpensACase() {
        assertThat(mark.keyHash()).matches("[0-9a-f]{64}");
        assertThat(mark.bodyHash()).matches("[0-9a-f]{64}");
        assertThat(mark.toString())
                .doesNotContain(KEY, mark.token(KEY), BODY.contact().email());
    }

    @Test
    void makesTokensThatFitIntoALink() {
        assertThat(mark.token(KEY)).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void takesKeysOfEveryScript() {
        assertThat(mark.token("ключ № 1 🔑")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void knowsItsContentAgainHoweverItIsTyped() {
        assertThat(mark.isOf(Typed.RIGHT.details())).isTrue();
        assertThat(mark.isOf(Typed.RIGHT
                        .with("company.phone", "8 7172 55-66-77")
                        .with("company.website", "https://STEPCONTROL.example")
                        .with("contact.email", " sales@stepcontrol.example ")
                        .details()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "company.name, ТОО «Степь»",
        "company.bin, 990140000106",
        "company.city, Алматы",
        "company.address, Другая улица",
        "company.website, ''",
        "company.phone, +77172556678",
        "contact.name, Руслан",
        "contact.position, Директор",
        "contact.email, other@stepcontrol.example",
        "contact.phone, +77011234568",
        "wishedTier, PRIMARY_RESELLER",
        "language, kk"
    })
    void seesEveryChangeOfTheContent(String path, String value) {
        assertThat(mark.isOf(Typed.RIGHT.with(path, value).details())).isFalse();
    }
}
