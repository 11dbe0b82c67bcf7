package kz.intelligentplatforms.partners.platform.identity;

import static kz.intelligentplatforms.partners.platform.identity.PasswordRules.Violation.COMMON;
import static kz.intelligentplatforms.partners.platform.identity.PasswordRules.Violation.IS_NAME;
import static kz.intelligentplatforms.partners.platform.identity.PasswordRules.Violation.TOO_LONG;
import static kz.intelligentplatforms.partners.platform.identity.PasswordRules.Violation.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twelve-chars",
                "четыре слова и тире",
                "four words make a password",
                "колодец у старой мельницы",
                "тау басында тұрған ескі үй",
                "Zx9-kT2-pQ7-wL4"
            })
    void takesWhatIsLongAndNotGuessedFirst(String password) {
        assertThat(PasswordRules.violationsOf(password, "asel@alatau.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password", "eleven-char"})
    void refusesFewerThanTwelveCharacters(String password) {
        assertThat(PasswordRules.violationsOf(password)).containsExactly(TOO_SHORT);
    }

    @Test
    void refusesMoreThanIsHashed() {
        assertThat(PasswordRules.violationsOf(
                        "колодец у старой мельницы ".repeat(5).substring(0, 128)))
                .isEmpty();
        assertThat(PasswordRules.violationsOf("x".repeat(129))).containsExactly(TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234!",
                "qwerty123456",
                "qwertyuiop12",
                "123456789012",
                "aaaaaaaaaaaa",
                "            ",
                "abcabcabcabc",
                "iloveyou1234",
                "administrator",
                "Пароль123456",
                "йцукенгшщзхъ",
                "парольпароль"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(PasswordRules.violationsOf(password)).containsExactly(COMMON);
    }

    @Test
    void refusesOnesOwnNameWithAFewDigits() {
        assertThat(PasswordRules.violationsOf("nurlan.bekov2026", "nurlan.bekov", "nurlan.bekov@vendor.example"))
                .containsExactly(COMMON);
    }

    @Test
    void refusesEveryNameOneSignsInWith() {
        assertThat(PasswordRules.violationsOf("Asel@Alatau.Example", "partner-17", "asel@alatau.example"))
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
