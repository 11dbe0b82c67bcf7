package kz.intelligentplatforms.partners.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.testing.AtOnce;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When passwords are hashed, counted and remembered, on a small engine in memory. */
class PasswordCheckTest {

    private static final String PASSWORD = "a quiet long password";
    private static final Optional<String> SOMEBODY = Optional.of("somebody");

    /** Where each hash was computed: inside a command of the engine, which holds a connection, or not. */
    private final List<Boolean> hashedInsideACommand = Collections.synchronizedList(new ArrayList<>());

    private ProcessEngine engine;
    private IdentityService identities;
    private PasswordCheck passwords;

    @BeforeEach
    void startEngine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("passwords");
        configuration.setJdbcUrl("jdbc:h2:mem:passwords");
        configuration.setMetricsEnabled(false);
        configuration.setPasswordEncryptor(new Recording());
        configuration.setCustomPasswordChecker(new ArrayList<>());
        configuration.setLoginMaxAttempts(1000);
        configuration.setLoginDelayBase(3);
        configuration.setLoginDelayFactor(2);
        configuration.setLoginDelayMaxTime(900);
        engine = configuration.buildProcessEngine();
        identities = engine.getIdentityService();
        save("somebody", PASSWORD);
        passwords =
                new PasswordCheck(identities, (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    }

    @AfterEach
    void stopEngine() {
        ClockUtil.reset();
        engine.close();
    }

    @Test
    void whateverTheReasonToSayNoOneHashIsComputedOutsideOfAnyTransaction() {
        assertRefusedAfterOneHash(Optional.empty(), PASSWORD);
        assertRefusedAfterOneHash(Optional.of("nobody"), PASSWORD);
        assertRefusedAfterOneHash(Optional.of("nobody"), "x".repeat(PasswordRules.MAX_LENGTH + 1));
        withoutPassword("invited");
        assertRefusedAfterOneHash(Optional.of("invited"), PASSWORD);
        save("verbose", "x".repeat(PasswordRules.MAX_LENGTH + 1));
        assertRefusedAfterOneHash(Optional.of("verbose"), "x".repeat(PasswordRules.MAX_LENGTH + 1));
        assertRefusedAfterOneHash(SOMEBODY, "");
        // Locked out by now: the right password is refused too, and no faster, though it was right a moment ago.
        assertRefusedAfterOneHash(SOMEBODY, PASSWORD);
        assertRefusedAfterOneHash(SOMEBODY, PASSWORD);
    }

    @Test
    void aPasswordThatWasRightAMomentAgoIsNotHashedAgain() {
        assertThat(passwords.isRight(SOMEBODY, PASSWORD)).isTrue();
        assertThat(hashedInsideACommand).containsExactly(false);
        assertThat(passwords.isRight(SOMEBODY, PASSWORD)).isTrue();
        assertThat(hashedInsideACommand).hasSize(1);

        assertThat(passwords.isRight(SOMEBODY, "another long password")).isFalse();
        assertThat(passwords.isRight(SOMEBODY, PASSWORD))
                .as("known, but locked out")
                .isFalse();
        ClockUtil.offset(Duration.ofSeconds(4).toMillis());
        assertThat(passwords.isRight(SOMEBODY, PASSWORD)).isTrue();

        save("somebody", "another long password");
        assertThat(passwords.isRight(SOMEBODY, PASSWORD))
                .as("known, but changed")
                .isFalse();
        identities.deleteUser("somebody");
        assertThat(passwords.isRight(SOMEBODY, PASSWORD))
                .as("known, but deleted")
                .isFalse();
    }

    @Test
    void aCrowdWithOnePasswordTakesAFewHashes() {
        var allowed = AtOnce.run(100, number -> passwords.isRight(SOMEBODY, PASSWORD));

        assertThat(allowed).containsOnly(true);
        assertThat(hashedInsideACommand)
                .hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors())
                .containsOnly(false);
    }

    @Test
    void whoGuessesManyAtOnceIsLockedOutAsWhoGuessesOneAfterTheOther() {
        passwords.isRight(SOMEBODY, "the first guess");
        ClockUtil.offset(Duration.ofMinutes(1).toMillis());
        var allowed = AtOnce.run(20, number -> passwords.isRight(SOMEBODY, "guess number " + number));

        assertThat(allowed).containsOnly(false);
        assertThat(hashedInsideACommand).hasSize(21).containsOnly(false);
        assertThat(passwords.isRight(SOMEBODY, PASSWORD)).as("locked out").isFalse();
        ClockUtil.offset(Duration.ofMinutes(20).toMillis());
        assertThat(passwords.isRight(SOMEBODY, PASSWORD)).isTrue();
        assertThat(passwords.isRight(SOMEBODY, "one more guess")).isFalse();
        ClockUtil.offset(Duration.ofMinutes(20).plusSeconds(4).toMillis());
        assertThat(passwords.isRight(SOMEBODY, PASSWORD))
                .as("who was let in begins at three seconds again")
                .isTrue();
    }

    private void assertRefusedAfterOneHash(Optional<String> userId, String password) {
        hashedInsideACommand.clear();
        assertThat(passwords.isRight(userId, password)).isFalse();
        assertThat(hashedInsideACommand).containsExactly(false);
    }

    private void save(String userId, String password) {
        var user = Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .orElseGet(() -> identities.newUser(userId));
        user.setPassword(password);
        identities.saveUser(user);
    }

    private void withoutPassword(String userId) {
        var user = (UserEntity) identities.newUser(userId);
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }

    private final class Recording implements PasswordEncryptor {

        private final BCryptEncryptor bcrypt = new BCryptEncryptor(4);

        @Override
        public String encrypt(String password) {
            return bcrypt.encrypt(password);
        }

        @Override
        public boolean check(String password, String encrypted) {
            hashedInsideACommand.add(Context.getCommandContext() != null);
            return bcrypt.check(password, encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return bcrypt.hashAlgorithmName();
        }
    }
}
