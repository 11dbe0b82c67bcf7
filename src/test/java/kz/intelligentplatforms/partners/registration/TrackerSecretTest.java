package kz.intelligentplatforms.partners.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TrackerSecretTest {

    private static final String KEY = "2f1c7f0e-5c3f-4a53-9f0c-8a6d1d5f7b11";

    private final TrackerSecret secret = TrackerSecret.next();

    @Test
    void derivesTheSameTokenForTheSameKey() {
        assertThat(secret.token(KEY)).isEqualTo(secret.token(KEY));
        assertThat(new TrackerSecret(secret.tokenSalt()).token(KEY))
                .as("after it was stored and read again")
                .isEqualTo(secret.token(KEY));
    }

    @Test
    void derivesAnotherTokenForAnotherKey() {
        assertThat(secret.token(KEY + "1")).isNotEqualTo(secret.token(KEY));
    }

    /** Whoever guesses a key, such as "1", must not get to a case with it. */
    @Test
    void derivesAnotherTokenForEverySubmissionOfTheSameKey() {
        var tokens = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            tokens.add(TrackerSecret.next().token(KEY));
        }
        assertThat(tokens).hasSize(100);
    }

    @Test
    void makesTokensThatFitIntoALink() {
        assertThat(secret.token(KEY)).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void takesKeysOfEveryScript() {
        assertThat(secret.token("ключ № 1 🔑")).matches("[A-Za-z0-9_-]{43}");
    }
}
