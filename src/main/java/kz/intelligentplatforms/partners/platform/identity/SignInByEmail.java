package kz.intelligentplatforms.partners.platform.identity;

import java.util.Optional;

/** Knows the user behind an e-mail address; the module that keeps the partners' accounts answers. */
public interface SignInByEmail {

    /** The user id, if anyone signs in with this address; upper and lower case do not matter. */
    Optional<String> userIdOf(String email);
}
