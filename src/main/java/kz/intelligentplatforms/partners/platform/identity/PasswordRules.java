package kz.intelligentplatforms.partners.platform.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** What a password must be: long, and not the name one signs in with. Held against people's choices here and in Admin. */
public final class PasswordRules implements PasswordPolicy {

    /** In characters. */
    public static final int MIN_LENGTH = 12;

    /** In characters; long enough for any passphrase, short enough to hash. */
    public static final int MAX_LENGTH = 128;

    /** What is wrong with a password: the end of a message key. */
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        IS_NAME
    }

    /** The flaws of {@code password}, chosen by someone who signs in as one of {@code names}. */
    public static List<Flaw> flawsOf(String password, String... names) {
        if (password.length() < MIN_LENGTH) {
            return List.of(Flaw.TOO_SHORT);
        }
        if (password.length() > MAX_LENGTH) {
            return List.of(Flaw.TOO_LONG);
        }
        var lower = password.toLowerCase(Locale.ROOT);
        for (var name : names) {
            if (lower.equals(name.toLowerCase(Locale.ROOT))) {
                return List.of(Flaw.IS_NAME);
            }
        }
        return List.of();
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
                return flawsOf(candidate).isEmpty();
            }

            @Override
            public boolean execute(String candidate, @Nullable User user) {
                if (user == null) {
                    return execute(candidate);
                }
                return flawsOf(candidate, String.valueOf(user.getId()), String.valueOf(user.getEmail()))
                        .isEmpty();
            }
        });
    }
}
