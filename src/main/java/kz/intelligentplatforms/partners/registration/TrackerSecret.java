package kz.intelligentplatforms.partners.registration;

import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the token of an applicant's tracker. It is derived from the form's key and a salt kept here, so that the same form sent twice
 * gets the same link although only hashes are stored.
 */
@Embeddable
record TrackerSecret(String tokenSalt) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static TrackerSecret next() {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        return new TrackerSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
    }

    /** The tracker's token for whoever holds the submission's key. */
    String token(String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(tokenSalt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
