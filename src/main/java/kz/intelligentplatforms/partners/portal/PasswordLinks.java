package kz.intelligentplatforms.partners.portal;

import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.notification.Mail;
import kz.intelligentplatforms.partners.notification.Mail.MailLink;
import kz.intelligentplatforms.partners.notification.Notifications;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.PartnerAccounts.PartnerAccount;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.security.AccessTokens;
import kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the links do that let a partner's user choose a password. */
@Service
class PasswordLinks {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordLinks.class);

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final PartnerAccounts partnerAccounts;
    private final Notifications notifications;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final TransactionTemplate transaction;
    private final TaskExecutor executor;

    PasswordLinks(
            AccessTokens tokens,
            Accounts accounts,
            PartnerAccounts partnerAccounts,
            Notifications notifications,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            TransactionTemplate transaction,
            TaskExecutor applicationTaskExecutor) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.partnerAccounts = partnerAccounts;
        this.notifications = notifications;
        this.sessions = sessions;
        this.transaction = transaction;
        this.executor = applicationTaskExecutor;
    }

    /** Whose password a link sets; the link stays good, since mail scanners open links too. */
    Optional<PartnerAccount> accountOf(Purpose purpose, String token) {
        return tokens.subjectOf(purpose, token).flatMap(partnerAccounts::byUserId);
    }

    /**
     * Spends the link and sets the password, which has been held against the rules. Whoever was signed in with the old one is
     * not any more.
     *
     * @return whether the link was still good
     */
    boolean setPassword(Purpose purpose, String token, String password) {
        var user = Optional.ofNullable(transaction.execute(status -> tokens.redeem(purpose, token)
                .map(userId -> {
                    accounts.setPassword(userId, password);
                    return userId;
                })
                .orElse(null)));
        user.ifPresent(userId -> {
            sessions.findByPrincipalName(userId).keySet().forEach(sessions::deleteById);
            LOG.info("{}: password set", userId);
        });
        return user.isPresent();
    }

    /** Sends a link if a partner's user has this address; the caller learns nothing, not even by the time it takes. */
    void sendTo(String email) {
        executor.execute(() -> {
            try {
                queueLinkTo(email);
            } catch (RuntimeException e) {
                LOG.error("A link to set a password could not be sent", e);
            }
        });
    }

    private void queueLinkTo(String email) {
        transaction.executeWithoutResult(status -> partnerAccounts
                .userIdOf(email)
                .flatMap(partnerAccounts::byUserId)
                .ifPresent(account -> notifications.send(new Mail(
                        account.email(),
                        account.language(),
                        PortalMail.PASSWORD_RESET,
                        null,
                        Map.of("name", account.name()),
                        new MailLink(Purpose.PASSWORD_RESET, account.userId())))));
    }
}
