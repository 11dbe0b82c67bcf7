package kz.intelligentplatforms.partners.testing;

import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.identity.QuickPasswords;
import org.camunda.bpm.engine.IdentityService;

/** Staff accounts, one a group, made when first asked for; the password is {@link #PASSWORD}. */
public class People {

    public static final String PASSWORD = "a quiet long password";

    private final Accounts accounts;
    private final QuickPasswords passwords;

    People(Accounts accounts, IdentityService identities) {
        this.accounts = accounts;
        this.passwords = new QuickPasswords(identities, PASSWORD);
    }

    /** The user id of a member of the group. */
    public synchronized String of(Group group) {
        var id = "the-" + group.id();
        if (!accounts.exists(id)) {
            accounts.create(id, "Member of " + group.id(), id + "@vendor.example", group);
            letSignIn(id);
        }
        return id;
    }

    /** Gives {@link #PASSWORD} to a user who has none. */
    public void letSignIn(String userId) {
        passwords.giveTo(userId);
    }
}
