package kz.intelligentplatforms.partners.registration;

import static org.assertj.core.api.Assertions.assertThat;

import kz.intelligentplatforms.partners.platform.submission.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an application is the same as the one that came before with its key. */
class SubmittedApplicationTest {

    private static final String KEY = "2f1c7f0e-5c3f-4a53-9f0c-8a6d1d5f7b11";
    private static final Submission FIRST = sent(Typed.RIGHT);

    @Test
    void knowsItsContentAgainHoweverItIsTyped() {
        assertThat(sent(Typed.RIGHT)).isEqualTo(FIRST);
        assertThat(sent(Typed.RIGHT
                        .with("company.phone", "8 7172 55-66-77")
                        .with("company.website", "https://STEPCONTROL.example")
                        .with("contact.email", " sales@stepcontrol.example ")))
                .isEqualTo(FIRST);
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
        assertThat(sent(Typed.RIGHT.with(path, value))).isNotEqualTo(FIRST);
    }

    @Test
    void keepsHashesAndNothingThatOpensACase() {
        assertThat(FIRST.keyHash()).matches("[0-9a-f]{64}");
        assertThat(FIRST.fingerprint()).matches("[0-9a-f]{64}");
    }

    private static Submission sent(Typed typed) {
        return Submission.of(KEY, typed.details());
    }
}
