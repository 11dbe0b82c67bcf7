package kz.intelligentplatforms.partners.partner;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.database.Sequences;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.identity.SignInByEmail;
import kz.intelligentplatforms.partners.platform.validation.EmailAddress;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in for partners. One address is one account, which may act for several partners. */
@Service
@Transactional(readOnly = true)
public class PartnerAccounts implements SignInByEmail {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Sequences sequences;
    private final Clock clock;

    PartnerAccounts(JdbcClient jdbc, Accounts accounts, Sequences sequences, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sequences = sequences;
        this.clock = clock;
    }

    /** An account that may sign in for partners. */
    public record PartnerAccount(String userId, String email, String name, String language) {

        /** The e-mail address for people to read. */
        public String shownEmail() {
            return EmailAddress.readable(email);
        }
    }

    /**
     * Lets the contact act for the partner, with a new account if the address has none yet.
     *
     * @return the user id, and whether it is new and still needs a password
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opened open(long partnerId, ContactPerson contact, String language) {
        var existing = userIdOf(contact.email());
        var userId = existing.orElseGet(() -> "P%06d".formatted(sequences.next("portal_account_seq")));
        if (existing.isEmpty()) {
            create(userId, contact.name(), contact.email(), language);
            accounts.create(userId, contact.name(), contact.email(), Group.PARTNERS);
        }
        actFor(userId, partnerId);
        return new Opened(userId, existing.isEmpty());
    }

    public record Opened(String userId, boolean isNew) {}

    /** Lets an existing user of the identity store act for a partner: demo accounts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(String userId, ContactPerson contact, String language, long partnerId) {
        create(userId, contact.name(), contact.email(), language);
        actFor(userId, partnerId);
    }

    @Override
    public Optional<String> userIdOf(String email) {
        return jdbc.sql("select user_id from portal_account where email = ?")
                .param(EmailAddress.normaliseOrKeep(InputText.cleanQuery(email)).toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    public Optional<PartnerAccount> byUserId(String userId) {
        return jdbc.sql("select user_id as userId, email, name, language from portal_account where user_id = ?")
                .param(userId)
                .query(PartnerAccount.class)
                .optional();
    }

    /** The ids of the partners a user may act for, oldest first. */
    public List<Long> partnersOf(String userId) {
        return jdbc.sql("select partner_id from portal_account_partner where user_id = ? order by partner_id")
                .param(userId)
                .query(Long.class)
                .list();
    }

    private void create(String userId, String name, String email, String language) {
        jdbc.sql("insert into portal_account (user_id, email, name, language, created_at) values (?, ?, ?, ?, ?)")
                .params(userId, email, name, language, Timestamp.from(clock.instant()))
                .update();
    }

    private void actFor(String userId, long partnerId) {
        jdbc.sql("insert into portal_account_partner (user_id, partner_id) values (?, ?)")
                .params(userId, partnerId)
                .update();
    }
}
