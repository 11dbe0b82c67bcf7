package kz.intelligentplatforms.partners.notification;

import java.util.List;
import kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param language ru, kk or en
 * @param caseNumber the case it is about, by which monitors find it
 * @param arguments company, case number, other words; see {@link MailTemplate}
 * @param link what the mail's button opens; the link itself is made when the mail is sent, so that no token is at rest
 */
public record Mail(
        String recipient,
        String language,
        MailTemplate template,
        @Nullable String caseNumber,
        List<String> arguments,
        @Nullable MailLink link) {

    /** A link with a token for {@code subject}; see {@link Purpose} for what a subject is. */
    public record MailLink(Purpose purpose, String subject) {}
}
