package kz.intelligentplatforms.partners.platform.identity;

import java.util.Optional;

/** Knows the user behind an e-mail address; the module that keeps the partners' accounts answers. */
public interface SignInByEmail {

    /** The user id, if anyone signs in with this address; neither upper and lower case matter nor the letters its domain is written in. */
    Optional<String> userIdOf(String email);
}
