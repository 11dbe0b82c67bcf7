package kz.intelligentplatforms.partners.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BCryptEncryptorTest {

    private final BCryptEncryptor encryptor = new BCryptEncryptor();

    @ParameterizedTest
    @ValueSource(strings = {"four words make a password", "пароль из четырёх слов", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"})
    void knowsAPasswordAgain(String password) {
        var encrypted = encryptor.encrypt(password);

        assertThat(encryptor.check(password, encrypted)).isTrue();
        assertThat(encryptor.check(password + " ", encrypted)).isFalse();
    }

    /** BCrypt by itself reads 72 bytes and no more. */
    @Test
    void readsLongPassphrasesToTheirEnd() {
        var passphrase = "x".repeat(127);
        var encrypted = encryptor.encrypt(passphrase + "1");

        assertThat(encryptor.check(passphrase + "1", encrypted)).isTrue();
        assertThat(encryptor.check(passphrase + "2", encrypted)).isFalse();
        assertThat(encryptor.check(passphrase, encrypted)).isFalse();
    }

    @Test
    void encryptsTheSamePasswordDifferentlyEachTime() {
        assertThat(encryptor.encrypt("four words make a password"))
                .startsWith("$2")
                .doesNotContain("words")
                .isNotEqualTo(encryptor.encrypt("four words make a password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "four words make a password", "{bcrypt}$2a$10$", "$2a$10$short"})
    void knowsNothingThatItDidNotEncrypt(String stored) {
        assertThat(encryptor.check("four words make a password", stored)).isFalse();
    }

    /** Stored passwords carry the name: a change of it would lock everybody out. */
    @Test
    void keepsTheNameThatStoredPasswordsCarry() {
        assertThat(encryptor.hashAlgorithmName()).isEqualTo("bcrypt-sha-256");
    }
}
