package kz.intelligentplatforms.partners.testing;

import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;

/** Staff accounts, one a group, made when first asked for; the password is {@link #PASSWORD}. */
public class People {

    public static final String PASSWORD = "a quiet long password";

    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The user id of a member of the group. */
    public synchronized String of(Group group) {
        var id = "the-" + group.id();
        if (!accounts.exists(id)) {
            accounts.create(id, "Member of " + group.id(), id + "@vendor.example", PASSWORD, group);
        }
        return id;
    }
}
