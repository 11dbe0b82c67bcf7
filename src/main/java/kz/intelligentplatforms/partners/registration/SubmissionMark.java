package kz.intelligentplatforms.partners.registration;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.sha256;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes one case of a form sent twice. The sender's key names the submission; the tracker's token is derived from the key and a
 * salt kept here, so that the same submission gets the same answer although only hashes are stored.
 */
@Embeddable
record SubmissionMark(@Column(name = "submission_key") String keyHash, String bodyHash, String tokenSalt) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static SubmissionMark of(String key, ApplicationDetails body) {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        return new SubmissionMark(
                sha256(key),
                sha256(body.toString()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
    }

    boolean isOf(ApplicationDetails body) {
        return bodyHash.equals(sha256(body.toString()));
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
