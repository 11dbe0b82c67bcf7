package kz.intelligentplatforms.partners.platform.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Service;

/** The one identity store, the engine's: who can sign in, with which password, in which groups. */
@Service
public class Accounts {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityService identities;
    private final String nobodysPassword = hashOfUnknown();

    Accounts(IdentityService identities) {
        this.identities = identities;
    }

    public boolean exists(String userId) {
        return identities.createUserQuery().userId(userId).count() > 0;
    }

    /** Creates a user who cannot sign in until a password is set. */
    public void create(String userId, String name, String email, Group group) {
        var user = newUser(userId, name, email);
        ((UserEntity) user).setDbPassword(nobodysPassword);
        saveUnchecked(user);
        identities.createMembership(userId, group.id());
    }

    /** Creates a user with a password that is not held against the password rules: demo accounts, the first administrator. */
    public void create(String userId, String name, String email, String password, Group group) {
        var user = newUser(userId, name, email);
        user.setPassword(password);
        saveUnchecked(user);
        identities.createMembership(userId, group.id());
    }

    /** Sets a password that has been held against {@link PasswordRules}, and ends a lock-out. */
    public void setPassword(String userId, String password) {
        var user = identities.createUserQuery().userId(userId).singleResult();
        user.setPassword(password);
        saveUnchecked(user);
        identities.unlockUser(userId);
    }

    /**
     * A mark of what an account is at this moment: it changes with its groups and its password, and nothing is left of it when the account
     * is deleted. It is no secret, and tells nothing.
     */
    public Optional<String> markOf(String userId) {
        return Optional.ofNullable(identities.createUserQuery().userId(userId).singleResult())
                .map(user -> groupsOf(userId).stream().sorted().toList() + " "
                        + Objects.hash(user.getPassword(), ((UserEntity) user).getSalt()));
    }

    public List<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
    }

    /** The name to greet a user with; the id where there is no such user any more. */
    public String greetingOf(String userId) {
        return find(userId).map(User::getFirstName).orElse(userId);
    }

    /**
     * Who did something, for the vendor's people: the name with the user id, since names can be alike and change; the id alone where
     * there is no such user any more.
     */
    public String nameOf(String userId) {
        return find(userId).map(Accounts::nameWithId).orElse(userId);
    }

    /** As {@link #nameOf} for several users, by id, in one query; users who are gone are left out. */
    public Map<String, String> namesOf(Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : identities.createUserQuery().userIdIn(userIds.toArray(String[]::new)).list().stream()
                        .collect(Collectors.toMap(User::getId, Accounts::nameWithId));
    }

    private Optional<User> find(String userId) {
        return Optional.ofNullable(identities.createUserQuery().userId(userId).singleResult());
    }

    private static String nameWithId(User user) {
        return "%s (%s)".formatted(user.getFirstName(), user.getId());
    }

    /** The mail addresses of a group's members. */
    public List<String> emailsOf(String groupId) {
        return identities.createUserQuery().memberOfGroup(groupId).list().stream()
                .map(User::getEmail)
                .filter(email -> email != null && !email.isBlank())
                .toList();
    }

    private User newUser(String userId, String name, String email) {
        var user = identities.newUser(userId);
        user.setFirstName(name);
        user.setLastName("");
        user.setEmail(email);
        return user;
    }

    /** The hash of a secret that nobody has seen. Made once: hashing is slow on purpose, and registrations should not be. */
    private static String hashOfUnknown() {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        var encryptor = new BCryptEncryptor();
        return "{%s}%s"
                .formatted(
                        encryptor.hashAlgorithmName(),
                        encryptor.encrypt(Base64.getEncoder().encodeToString(secret)));
    }

    /** Without the policy, which the engine's interface cannot leave out. */
    private void saveUnchecked(User user) {
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }
}
