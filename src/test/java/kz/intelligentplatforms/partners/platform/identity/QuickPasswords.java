package kz.intelligentplatforms.partners.platform.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * One password for the many accounts of the tests, hashed once with the fewest rounds that BCrypt has. Hashing takes a tenth of
 * a second on purpose; only the tests of signing in itself are about that, and they choose passwords as people do.
 */
public final class QuickPasswords {

    private static final BCryptEncryptor ENCRYPTOR = new BCryptEncryptor(4);

    private final IdentityService identities;
    private final String hash;

    public QuickPasswords(IdentityService identities, String password) {
        this.identities = identities;
        this.hash = "{%s}%s".formatted(ENCRYPTOR.hashAlgorithmName(), ENCRYPTOR.encrypt(password));
    }

    /** Lets a user sign in who has had no password so far. */
    public void giveTo(String userId) {
        var user = (UserEntity) identities.createUserQuery().userId(userId).singleResult();
        user.setDbPassword(hash);
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }
}
