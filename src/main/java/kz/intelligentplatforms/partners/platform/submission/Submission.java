package kz.intelligentplatforms.partners.platform.submission;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.sha256;

/** A form as it was sent: which one, and with what. Only hashes, so that nothing can be read back or sent again by whoever sees them. */
public record Submission(String keyHash, String fingerprint) {

    /**
     * @param key unique to the form; that of a partner's form contains the partner, so that nobody can try another's
     * @param content what was typed, cleaned: records, lists, texts and numbers, whose texts are the same when they are equal
     */
    public static Submission of(String key, Object content) {
        return new Submission(keyHash(key), sha256(content.toString()));
    }

    static String keyHash(String key) {
        return sha256(key);
    }
}
