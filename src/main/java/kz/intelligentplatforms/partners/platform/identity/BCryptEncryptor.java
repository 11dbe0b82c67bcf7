package kz.intelligentplatforms.partners.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The engine's passwords as BCrypt. BCrypt reads 72 bytes at most and the engine appends a salt of its own, so a long
 * passphrase would lose its end: it is hashed to a fixed length first.
 */
public final class BCryptEncryptor implements PasswordEncryptor {

    private static final int STRENGTH = 10;

    private final BCryptPasswordEncoder bcrypt;

    public BCryptEncryptor() {
        this(STRENGTH);
    }

    /** @param strength how slow it is, as the logarithm of its rounds; a check takes that of the hash it is given */
    BCryptEncryptor(int strength) {
        bcrypt = new BCryptPasswordEncoder(strength);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(fixedLength(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(fixedLength(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt-sha-256";
    }

    private static String fixedLength(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
