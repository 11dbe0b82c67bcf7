package kz.intelligentplatforms.partners.platform.validation;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of domains in any letters, and as the internet knows them: {@code степь.қаз} is {@code xn--e1auee6c.xn--80ao21a}. */
public final class DomainName {

    /** Of two parts or more, the last of which is no number. */
    private static final Pattern ASCII =
            Pattern.compile("(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final Pattern BASIC = Pattern.compile("[!-~]*");

    /** What browsers and registries follow, Unicode Technical Standard 46. */
    private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);

    private DomainName() {}

    /** The name in basic Latin letters and in lower case; nothing where {@code typed} is no name of a domain. */
    public static Optional<String> toAscii(String typed) {
        var lower = typed.toLowerCase(Locale.ROOT);
        return (isInternational(lower) ? converted(lower) : Optional.of(lower))
                .filter(name -> ASCII.matcher(name).matches());
    }

    /** Others are in use as they are, also those with hyphens where the standard wants none. */
    private static boolean isInternational(String name) {
        return !BASIC.matcher(name).matches() || name.startsWith("xn--") || name.contains(".xn--");
    }

    private static Optional<String> converted(String name) {
        var problems = new IDNA.Info();
        var ascii = RULES.nameToASCII(name, new StringBuilder(), problems).toString();
        return problems.hasErrors() ? Optional.empty() : Optional.of(ascii);
    }

    /**
     * The name for people to read. One in which Latin letters are left stays as it is, since Cyrillic ones beside them may be there to
     * deceive.
     */
    static String readable(String ascii) {
        var problems = new IDNA.Info();
        var name = RULES.nameToUnicode(ascii, new StringBuilder(), problems).toString();
        return problems.hasErrors() || name.codePoints().anyMatch(DomainName::isLatin) ? ascii : name;
    }

    private static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
