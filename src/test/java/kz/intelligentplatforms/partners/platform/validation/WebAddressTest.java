package kz.intelligentplatforms.partners.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "step.example, https://step.example",
        "www.step.example/o-nas, https://www.step.example/o-nas",
        "https://step.example, https://step.example",
        "http://step.example:8080/a?b=c#d, http://step.example:8080/a?b=c#d",
        "HTTPS://Step.EXAMPLE/Path, https://step.example/Path",
        "step.example/@name, https://step.example/@name",
        "step.example/a?mail=x@y.example, https://step.example/a?mail=x@y.example"
    })
    void writesAnAddressInFull(String typed, String absolute) {
        assertThat(WebAddress.normalise(typed)).contains(absolute);
    }

    @ParameterizedTest
    @CsvSource({
        "степь.қаз, https://xn--e1auee6c.xn--80ao21a",
        "https://Степь.ҚАЗ/завод, https://xn--e1auee6c.xn--80ao21a/%D0%B7%D0%B0%D0%B2%D0%BE%D0%B4",
        "münchen.example, https://xn--mnchen-3ya.example"
    })
    void writesNamesOfOtherAlphabetsAsTheInternetKnowsThem(String typed, String absolute) {
        assertThat(WebAddress.normalise(typed)).contains(absolute);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript://step.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "data:text/html;base64,PHNjcmlwdD4=",
                "vbscript:msgbox(1)",
                "file:///etc/passwd",
                "ftp://step.example",
                "mailto:sales@step.example",
                "blob:https://step.example/1",
                "//step.example"
            })
    void refusesEverythingButTheWeb(String typed) {
        assertThat(WebAddress.normalise(typed)).isEmpty();
    }

    /** What stands before an @ is not the host, although it looks like it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@step.example",
                "https://user:secret@step.example",
                "https://step.example@evil.example",
                "https://step.example:443@evil.example",
                "https://step.example:secret@evil_host.example",
                "https://step.example:secret@evil.example:x",
                "step.example:secret@evil_host.example"
            })
    void refusesNamesAndPasswordsBeforeTheHost(String typed) {
        assertThat(WebAddress.normalise(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "step",
                "localhost",
                "https://localhost:8080",
                "https://",
                "https:///path",
                "127.0.0.1",
                "https://[::1]/",
                "https://2130706433",
                "step..example",
                ".example",
                "step.example.",
                "-step.example",
                "step-.example",
                "st_ep.example",
                "step.example:port",
                "step.example/a b",
                "step.example/<b>",
                "https:\\\\step.example",
                "https://step.example\\@evil.example",
                "наш сайт.қаз",
                "xn--a.example/\u0000",
                "step.example\u202E",
                "нет"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(WebAddress.normalise(typed)).isEmpty();
    }

    /** Different in Cyrillic and in Latin letters: shown as what it is, not as what it looks like. */
    @ParameterizedTest
    @ValueSource(strings = {"аpple.com", "https://step.example。evil.example"})
    void showsLookalikesAsWhatTheyAre(String typed) {
        assertThat(WebAddress.normalise(typed))
                .hasValueSatisfying(address -> assertThat(address)
                        .isNotEqualTo("https://apple.com")
                        .isNotEqualTo("https://step.example")
                        .containsPattern("xn--|step\\.example\\.evil"));
    }
}
