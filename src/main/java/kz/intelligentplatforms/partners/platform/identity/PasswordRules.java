package kz.intelligentplatforms.partners.platform.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be: long, not the name one signs in with, and not among those that are guessed first (lists of common passwords,
 * names and words, rows of keys, repetitions; also typed with the Russian layout on). Held against people's choices here and in Admin.
 */
public final class PasswordRules implements PasswordPolicy {

    /** In characters. */
    public static final int MIN_LENGTH = 12;

    /** In characters; long enough for any passphrase, short enough to hash. */
    public static final int MAX_LENGTH = 128;

    /** What is wrong with a password: the end of a message key. */
    public enum Violation {
        TOO_SHORT,
        TOO_LONG,
        IS_NAME,
        COMMON
    }

    /** What is guessed in less than a hundred million tries is too common: the library's scale goes from 0 to 4. */
    private static final int STRONG_ENOUGH = 3;

    /** Reading more would take long, and be guessed no sooner. */
    private static final int ESTIMATED = 64;

    /** The keys of the Russian layout, and what they type in the Latin one. */
    private static final String RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю";

    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    /** The flaws of {@code password}, chosen by someone who signs in as one of {@code names}. */
    public static List<Violation> violationsOf(String password, String... names) {
        if (password.length() < MIN_LENGTH) {
            return List.of(Violation.TOO_SHORT);
        }
        if (password.length() > MAX_LENGTH) {
            return List.of(Violation.TOO_LONG);
        }
        var lower = password.toLowerCase(Locale.ROOT);
        for (var name : names) {
            if (lower.equals(name.toLowerCase(Locale.ROOT))) {
                return List.of(Violation.IS_NAME);
            }
        }
        return isCommon(lower, List.of(names)) ? List.of(Violation.COMMON) : List.of();
    }

    private static boolean isCommon(String lower, List<String> names) {
        var start = lower.substring(0, Math.min(lower.length(), ESTIMATED));
        return Stream.of(start, typedInLatin(start))
                .anyMatch(text -> ESTIMATE.measure(text, names).getScore() < STRONG_ENOUGH);
    }

    private static String typedInLatin(String text) {
        return text.codePoints()
                .map(letter -> RUSSIAN.indexOf(letter) < 0 ? letter : LATIN.charAt(RUSSIAN.indexOf(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new PasswordPolicyRule() {
            @Override
            public String getPlaceholder() {
                return "PASSWORD_POLICY_LENGTH";
            }

            @Override
            public Map<String, String> getParameters() {
                return Map.of("minLength", String.valueOf(MIN_LENGTH));
            }

            @Override
            public boolean execute(String candidate) {
                return violationsOf(candidate).isEmpty();
            }

            @Override
            public boolean execute(String candidate, @Nullable User user) {
                if (user == null) {
                    return execute(candidate);
                }
                return violationsOf(candidate, String.valueOf(user.getId()), String.valueOf(user.getEmail()))
                        .isEmpty();
            }
        });
    }
}
