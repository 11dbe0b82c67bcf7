package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class UnsentFormsTest {

    private static final String ACTION = "/staff/co-funding/funds";

    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whatWasTypedComesBackButNoTokenAndNoPassword() {
        var request = form();
        request.setParameter("_csrf", "stale");
        request.setParameter("password", "a secret");
        request.setParameter("amount", "5 000 000");
        request.setParameter("tier", "A", "B");
        assertThat(UnsentForms.turnBack(request, response)).isTrue();
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(shown("/staff/co-funding"))
                .extracting(UnsentForm::typed)
                .isEqualTo(Map.of("amount", List.of("5 000 000"), "tier", List.of("A", "B")));
    }

    @Test
    void aSmallFormBringsWhatWasTypedInTheLargeOneBesideIt() {
        var request = form();
        request.setContentType("multipart/form-data; boundary=x");
        request.setParameter("document", "7");
        request.setParameter("kept", "title=%D0%92%D1%8B%D1%81%D1%82%D0%B0%D0%B2%D0%BA%D0%B0&_csrf=stale");
        assertThat(UnsentForms.turnBack(request, response)).isTrue();
        var shown = shown("/staff/co-funding");
        assertThat(shown).extracting(UnsentForm::typed).isEqualTo(Map.of("title", List.of("Выставка")));
        assertThat(shown).extracting(UnsentForm::withFile).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, http://localhost",
        "same-site, http://localhost",
        "none, http://localhost",
        ", http://elsewhere.example",
        ", null",
        ", http://localhost:81",
        ", https://localhost",
        ", "
    })
    void whatNoPageOfOursSentIsNeitherKeptNorLedAnywhere(@Nullable String site, @Nullable String origin) {
        var request = new MockHttpServletRequest("POST", ACTION);
        request.setSession(session);
        header(request, "Sec-Fetch-Site", site);
        header(request, "Origin", origin);
        assertThat(UnsentForms.turnBack(request, response)).isFalse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(shown(ACTION)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/staff/co-funding?year=2026, /staff/co-funding?year=2026",
        "http://localhost/staff/co-funding/funds/language?lang=kk, /staff/co-funding/funds/language?lang=kk",
        "http://localhost/portal, /staff/co-funding/funds",
        "http://localhost//evil.example/staff/co-funding, /staff/co-funding/funds",
        "http://evil.example/staff/co-funding/x, /staff/co-funding/x",
        "not an address, /staff/co-funding/funds",
        ", /staff/co-funding/funds"
    })
    void itLeadsToThePageItStoodOnAndToNoOtherSite(@Nullable String referer, String page) {
        var request = form();
        header(request, "Referer", referer);
        assertThat(UnsentForms.turnBack(request, response)).isTrue();
        assertThat(response.getHeader("Location")).isEqualTo(page);
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        var request = form();
        request.setParameter("text", "я".repeat(128 * 1024));
        assertThat(UnsentForms.turnBack(request, response)).isFalse();
    }

    @Test
    void itIsShownNearItsPageAndAtTheSignInUntilSomethingIsSentThere() {
        UnsentForms.turnBack(form(), response);
        assertThat(shown("/login")).isNotNull();
        assertThat(shown("/staff/co-funding/entries")).isNotNull();
        assertThat(shown("/staff/co-funding-of-others")).isNull();
        assertThat(shown("/staff/points")).isNull();
        assertThat(shown("/")).isNull();
        assertThat(at("POST", "/staff/points")).isNull();
        assertThat(shown(ACTION)).isNotNull();
        assertThat(at("POST", ACTION)).isNull();
        assertThat(shown(ACTION)).isNull();
    }

    @Test
    void itIsThrownAwayInTime() {
        UnsentForms.turnBack(form(), response);
        var kept = Objects.requireNonNull(shown(ACTION));
        assertThat(kept.until())
                .isBetween(Instant.now().plusSeconds(29 * 60), Instant.now().plusSeconds(31 * 60));
        session.setAttribute(
                UnsentForm.class.getName(),
                new UnsentForm(kept.action(), kept.page(), kept.typed(), false, Instant.EPOCH));
        assertThat(shown(ACTION)).isNull();
    }

    private MockHttpServletRequest form() {
        var request = new MockHttpServletRequest("POST", ACTION);
        request.setSession(session);
        request.addHeader("Origin", "http://localhost");
        return request;
    }

    private static void header(MockHttpServletRequest request, String name, @Nullable String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }

    private @Nullable UnsentForm shown(String path) {
        return at("GET", path);
    }

    private @Nullable UnsentForm at(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setSession(session);
        return UnsentForms.shownAt(request);
    }
}
