package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.Test;

/** However many open a webapp at once, in one session, each gets its page and each page runs its own scripts. */
class OneNonceIT extends IntegrationTest {

    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");

    @Test
    void aPageIsGivenTheNonceOfItsOwnPolicy() throws Exception {
        // Without one, the webapps ask for their set-up.
        people.of(CAMUNDA_ADMIN);
        var visitor = member(ACCOUNT_MANAGERS);
        AtOnce.run(8, somebody -> {
            IntStream.range(0, 40).forEach(i -> {
                var page = visitor.get("/camunda/app/tasklist/default/");
                var policy =
                        page.headers().firstValue("Content-Security-Policy").orElseThrow();
                assertThat(found(IN_PAGE, page.body()))
                        .isNotEmpty()
                        .containsOnly(found(IN_POLICY, policy).get(0));
            });
            return somebody;
        });
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
