package kz.intelligentplatforms.partners.platform.identity;

import static kz.intelligentplatforms.partners.platform.identity.PasswordRules.Flaw.IS_NAME;
import static kz.intelligentplatforms.partners.platform.identity.PasswordRules.Flaw.TOO_LONG;
import static kz.intelligentplatforms.partners.platform.identity.PasswordRules.Flaw.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"twelve-chars", "одиннадцать1", "four words make a password", "            "})
    void asksForNothingButLength(String password) {
        assertThat(PasswordRules.flawsOf(password, "asel@alatau.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password", "eleven-char"})
    void refusesFewerThanTwelveCharacters(String password) {
        assertThat(PasswordRules.flawsOf(password)).containsExactly(TOO_SHORT);
    }

    @Test
    void refusesMoreThanIsHashed() {
        assertThat(PasswordRules.flawsOf("x".repeat(128))).isEmpty();
        assertThat(PasswordRules.flawsOf("x".repeat(129))).containsExactly(TOO_LONG);
    }

    @Test
    void refusesEveryNameOneSignsInWith() {
        assertThat(PasswordRules.flawsOf("Asel@Alatau.Example", "partner-17", "asel@alatau.example"))
                .containsExactly(IS_NAME);
    }

    @Test
    void holdsTheSameAgainstWhatIsTypedIntoAdmin() {
        var user = new UserEntity("certification-manager");
        user.setEmail("certification@vendor.example");

        assertThat(rule().execute("eleven-char", user)).isFalse();
        assertThat(rule().execute("Certification-Manager", user)).isFalse();
        assertThat(rule().execute("certification@vendor.example", user)).isFalse();
        assertThat(rule().execute("four words make a password", user)).isTrue();
    }

    @Test
    void judgesAPasswordOfNobodyInParticular() {
        assertThat(rule().execute("four words make a password")).isTrue();
        assertThat(rule().execute("four words make a password", null)).isTrue();
        assertThat(rule().execute("eleven-char", null)).isFalse();
        assertThat(rule().execute("four words make a password", new UserEntity("admin")))
                .as("a user without an address")
                .isTrue();
    }

    private static PasswordPolicyRule rule() {
        var rules = new PasswordRules().getRules();
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }
}
