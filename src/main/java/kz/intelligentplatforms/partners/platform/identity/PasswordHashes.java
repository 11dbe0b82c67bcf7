package kz.intelligentplatforms.partners.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.intelligentplatforms.partners.platform.database.Unavailable;
import org.camunda.bpm.engine.impl.digest.PasswordManager;

/**
 * Holds passwords against their hashes, which is slow on purpose: no more at once than there are processors, so that a crowd at the
 * door leaves time for those who are in, and not again for a password that was right a moment ago, as a machine sends it with every
 * request. Of that nothing is kept but a code of the password and its hash, under a key that ends with this process. Another
 * password has another hash, so what is known is never out of date.
 */
class PasswordHashes {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String CODE = "HmacSHA256";

    private final PasswordManager passwords;
    private final Cache<String, Boolean> right = Caffeine.newBuilder()
            .expireAfterWrite(KNOWN_FOR)
            .maximumSize(10_000)
            .build();
    private final Semaphore turnstile = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final SecretKeySpec key = newKey();

    PasswordHashes(PasswordManager passwords) {
        this.passwords = passwords;
    }

    /** Whether this password was found right a moment ago; says nothing of any other. */
    boolean isKnown(String salted, String hash) {
        return right.getIfPresent(codeOf(salted, hash)) != null;
    }

    /**
     * Whether the password has this hash.
     *
     * @param fromMemory whether what is known will do; otherwise it is hashed in any case
     * @throws Unavailable when so many are being checked that its turn did not come
     */
    boolean match(String salted, String hash, boolean fromMemory) {
        awaitTurn();
        try {
            // Many requests of one sender wait here together: one hash will do for all.
            if (fromMemory && isKnown(salted, hash)) {
                return true;
            }
            boolean matches = passwords.check(salted, hash);
            if (matches) {
                right.put(codeOf(salted, hash), true);
            }
            return matches;
        } finally {
            turnstile.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turnstile.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many passwords to check at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting to check a password");
        }
    }

    private String codeOf(String salted, String hash) {
        try {
            var mac = Mac.getInstance(CODE);
            mac.init(key);
            // The length keeps the two apart.
            mac.update((hash.length() + ":" + hash).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(salted.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec newKey() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new SecretKeySpec(secret, CODE);
    }
}
