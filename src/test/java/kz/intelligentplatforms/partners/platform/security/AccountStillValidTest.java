package kz.intelligentplatforms.partners.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class AccountStillValidTest {

    private Instant now = Instant.parse("2026-11-28T04:00:00Z");
    private final AccountStillValid account = new AccountStillValid(
            user -> Optional.of("as ever"),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofSeconds(5),
            () -> now);
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void signIn() {
        account.begin(session, "finance");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aBusySessionEndsWhenItIsAsOldAsOneMayBecome() throws Exception {
        now = now.plus(Duration.ofHours(12)).minusMillis(1);
        request();
        assertThat(session.isInvalid()).isFalse();
        now = now.plusMillis(1);
        request();
        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void aSessionThatBeganWithALateFormMayBeIdleAsLongAsAnyAfterTheSignIn() {
        session.setMaxInactiveInterval(60);
        account.begin(session, "finance");
        assertThat(session.getMaxInactiveInterval()).isEqualTo(8 * 60 * 60);
    }

    @Test
    void aSessionThatDidNotBeginWithASignInIsNone() throws Exception {
        session.clearAttributes();
        request();
        assertThat(session.isInvalid()).isTrue();
    }

    private void request() throws ServletException, IOException {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "finance", null, AuthorityUtils.createAuthorityList("finance")));
        var request = new MockHttpServletRequest("GET", "/staff/co-funding");
        request.setSession(session);
        account.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
