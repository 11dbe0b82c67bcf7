package kz.intelligentplatforms.partners.platform.identity;

import java.util.Optional;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;

/** Signs people in against the engine's identity store: staff by user id, partners by e-mail. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInByEmail emails;
    private final PasswordCheck passwords;

    EngineAuthenticationProvider(Accounts accounts, SignInByEmail emails, PasswordCheck passwords) {
        this.accounts = accounts;
        this.emails = emails;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var userId = userIdOf(InputText.clean(attempt.getName()));
        if (!passwords.isRight(userId, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Unknown name, wrong password, or locked out");
        }
        var authorities = AuthorityUtils.createAuthorityList(accounts.groupsOf(userId.orElseThrow()));
        var user = new User(userId.orElseThrow(), "", authorities);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    /** Whom the name may mean; whether there is such a user is seen when the password is checked. */
    private Optional<String> userIdOf(String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return name.contains("@") ? emails.userIdOf(name) : Optional.of(name);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
