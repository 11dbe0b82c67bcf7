package kz.intelligentplatforms.partners.testing;

import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.identity.QuickPasswords;
import org.camunda.bpm.engine.IdentityService;

/** Staff accounts, made when first asked for; the password is {@link #PASSWORD}. */
public class People {

    public static final String PASSWORD = "a quiet long password";

    private final Accounts accounts;
    private final IdentityService identities;
    private final QuickPasswords passwords;

    People(Accounts accounts, IdentityService identities) {
        this.accounts = accounts;
        this.identities = identities;
        this.passwords = new QuickPasswords(identities, PASSWORD);
    }

    /** The user id of a member of the group. */
    public String of(Group group) {
        return member("the-" + group.id(), group);
    }

    /** The user id of another member of the group. */
    public String another(Group group) {
        return member("another-" + group.id(), group);
    }

    /** The user with this id, who is in every group of the staff: whose task it is does not matter. */
    public String ofAll(String id) {
        member(id, Group.STAFF.get(0));
        Group.STAFF.stream()
                .map(Group::id)
                .filter(group -> !accounts.groupsOf(id).contains(group))
                .forEach(group -> identities.createMembership(id, group));
        return id;
    }

    /** Does something while the user is in one more group. */
    public void whileAlsoIn(String user, Group group, Runnable step) {
        identities.createMembership(user, group.id());
        try {
            step.run();
        } finally {
            identities.deleteMembership(user, group.id());
        }
    }

    private synchronized String member(String id, Group group) {
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
