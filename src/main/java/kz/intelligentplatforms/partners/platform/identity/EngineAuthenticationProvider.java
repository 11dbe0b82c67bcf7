package kz.intelligentplatforms.partners.platform.identity;

import java.util.Optional;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
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
    private final BCryptEncryptor encryptor = new BCryptEncryptor();
    private final String nobodysPassword = encryptor.encrypt("nobody's password");

    EngineAuthenticationProvider(Accounts accounts, SignInByEmail emails) {
        this.accounts = accounts;
        this.emails = emails;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var password = String.valueOf(attempt.getCredentials());
        var userId = userIdOf(TypedText.clean(attempt.getName()));
        if (userId.isEmpty()) {
            // As slow as a wrong password, so that the time tells nobody which names exist.
            encryptor.check(password, nobodysPassword);
            throw new BadCredentialsException("Unknown name");
        }
        if (password.length() > PasswordRules.MAX_LENGTH || !accounts.passwordIsRight(userId.get(), password)) {
            throw new BadCredentialsException("Wrong password, or locked out");
        }
        var authorities = AuthorityUtils.createAuthorityList(accounts.groupsOf(userId.get()));
        var user = new User(userId.get(), "", authorities);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private Optional<String> userIdOf(String name) {
        if (name.contains("@")) {
            return emails.userIdOf(name);
        }
        return name.indexOf('\0') < 0 && accounts.exists(name) ? Optional.of(name) : Optional.empty();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
