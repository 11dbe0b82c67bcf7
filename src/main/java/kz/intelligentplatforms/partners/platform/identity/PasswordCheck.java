package kz.intelligentplatforms.partners.platform.identity;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Checks a password as the engine does, with its lock-out, but holds no connection to the database while it hashes. The engine
 * hashes inside its transaction: a few sign-ins at once would leave nobody else a connection.
 */
@Component
class PasswordCheck {

    private final IdentityService identities;
    private final CommandExecutor commands;
    private final PasswordHashes hashes;
    private final String nobodysPassword;

    PasswordCheck(IdentityService identities, ProcessEngineConfigurationImpl engine) {
        this.identities = identities;
        this.commands = ((IdentityServiceImpl) identities).getCommandExecutor();
        this.hashes = new PasswordHashes(engine.getPasswordManager());
        this.nobodysPassword = engine.getPasswordManager().encrypt("nobody's password");
    }

    /**
     * Whether the password is right; repeated failures lock the user out for a while, and then nothing is right. Whatever the
     * reason to say no, one hash is computed before, so that the time tells nobody which names exist or are locked out.
     *
     * @param userId empty for a name that nobody has
     * @throws kz.intelligentplatforms.partners.platform.database.Unavailable when too many are being checked
     */
    boolean isRight(Optional<String> userId, String password) {
        var user = userId.flatMap(this::find);
        var salted = EncryptionUtil.saltPassword(
                password, user.map(UserEntity::getSalt).orElse(null));
        var hash = user.map(UserEntity::getPassword).orElse(nobodysPassword);
        // Who is locked out is refused the right password too, and as slowly as a wrong one.
        boolean inGoodStanding = user.isPresent() && user.get().getAttempts() == 0;
        if (inGoodStanding && hashes.isKnown(salted, hash)) {
            return true;
        }
        boolean matches = hashes.match(salted, hash, inGoodStanding) && password.length() <= PasswordRules.MAX_LENGTH;
        return user.isPresent() && count(user.get().getId(), matches);
    }

    private Optional<UserEntity> find(String userId) {
        return Optional.ofNullable(
                (UserEntity) identities.createUserQuery().userId(userId).singleResult());
    }

    /** Counts the attempt; says whether it lets the user in. */
    private boolean count(String userId, boolean matches) {
        while (true) {
            try {
                return commands.execute(context -> new LockOut().count(userId, matches));
            } catch (OptimisticLockingException e) {
                // Another attempt was counted at the same moment: look again, it may have locked the user out.
                continue;
            }
        }
    }

    /** The engine's own rule of who is locked out and for how long, without its hashing. */
    private static final class LockOut extends DbIdentityServiceProvider {

        boolean count(String userId, boolean matches) {
            var user = findUserById(userId);
            if (user == null || isUserLocked(user)) {
                return false;
            }
            if (matches) {
                unlockUser(user);
            } else {
                lockUser(user);
            }
            return matches;
        }
    }
}
