package kz.intelligentplatforms.partners.platform.validation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as they are kept, compared and sent to: in lower case, the domain as the internet knows it. */
public final class EmailAddress {

    private static final Pattern LOCAL_PART =
            Pattern.compile("(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\." + "[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private EmailAddress() {}

    /** The one writing of an address; nothing where {@code typed} is none. */
    public static Optional<String> normalise(String typed) {
        int at = typed.lastIndexOf('@');
        var localPart = typed.substring(0, Math.max(at, 0)).toLowerCase(Locale.ROOT);
        return LOCAL_PART.matcher(localPart).matches()
                ? DomainName.toAscii(typed.substring(at + 1)).map(domain -> localPart + "@" + domain)
                : Optional.empty();
    }

    /** The one writing of an address; what is none stays as it was typed, to be refused and corrected. */
    public static String normaliseOrKeep(String typed) {
        return normalise(typed).orElse(typed);
    }

    /** The address for people to read: {@code sales@степь.қаз}. */
    public static String readable(String email) {
        int domain = email.lastIndexOf('@') + 1;
        return email.substring(0, domain) + DomainName.readable(email.substring(domain));
    }
}
