package kz.intelligentplatforms.partners.notification;

import java.util.Map;
import kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param language ru, kk or en
 * @param caseNumber the case it is about, by which monitors find it
 * @param words what the names in its texts stand for
 * @param target what its button opens
 */
public record Mail(
        String recipient,
        String language,
        MailTemplate template,
        @Nullable String caseNumber,
        Map<String, String> words,
        Target target) {

    public sealed interface Target {}

    /**
     * A link with a token for {@code subject}; see {@link Purpose} for what a subject is. The link itself is made when the mail is sent, so
     * that no token is at rest.
     */
    public record MailLink(Purpose purpose, String subject) implements Target {}

    /** A page, by its path; its reader signs in first. */
    public record Page(String path) implements Target {}
}
