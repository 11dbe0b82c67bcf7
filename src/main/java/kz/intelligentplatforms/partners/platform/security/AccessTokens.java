package kz.intelligentplatforms.partners.platform.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The unguessable links people get: to follow a case, to accept an invitation, to reset a password. Only a hash is kept, so a
 * link can be checked but not read back; each mail gets a link of its own.
 */
@Service
@Transactional
public class AccessTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ProgramSettings settings;

    AccessTokens(JdbcClient jdbc, Clock clock, ProgramSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** What a link opens; a link for one purpose is worth nothing for another. */
    public enum Purpose {
        /** The subject is a case number; the link lives as long as the case. */
        CASE_TRACKER("/cases/"),
        /** The subject is a user id; single use. */
        INVITATION("/invitation/"),
        /** The subject is a user id; single use. */
        PASSWORD_RESET("/password/");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }
    }

    /** A new link for {@code subject}, absolute, as mails need it. The mail goes out after the caller's transaction, not in it. */
    public URI newLink(Purpose purpose, String subject) {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        store(purpose, subject, token);
        return link(purpose, token);
    }

    /** Keeps a token that the caller derived from something only the receiver knows. */
    public void store(Purpose purpose, String subject, String token) {
        var now = clock.instant();
        jdbc.sql(
                        "insert into access_token (token_hash, purpose, subject, issued_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(sha256(token), purpose.name(), subject, Timestamp.from(now), expiry(purpose, now))
                .update();
    }

    public URI link(Purpose purpose, String token) {
        return URI.create(settings.baseUrl() + purpose.path + token);
    }

    /** What the token opens, if it is valid now; it stays valid. */
    @Transactional(readOnly = true)
    public Optional<String> subjectOf(Purpose purpose, String token) {
        return jdbc.sql("select subject from access_token where token_hash = ? and purpose = ? and used_at is null"
                        + " and (expires_at is null or expires_at > ?)")
                .params(sha256(token), purpose.name(), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** What the token opens, if it is valid now; it and its subject's other links of the purpose are spent. */
    public Optional<String> redeem(Purpose purpose, String token) {
        var now = Timestamp.from(clock.instant());
        var spent = jdbc.sql("update access_token set used_at = ? where token_hash = ? and purpose = ?"
                        + " and used_at is null and (expires_at is null or expires_at > ?)")
                .params(now, sha256(token), purpose.name(), now)
                .update();
        if (spent == 0) {
            return Optional.empty();
        }
        var subject = jdbc.sql("select subject from access_token where token_hash = ?")
                .param(sha256(token))
                .query(String.class)
                .single();
        jdbc.sql("update access_token set used_at = ? where subject = ? and purpose = ? and used_at is null")
                .params(now, subject, purpose.name())
                .update();
        return Optional.of(subject);
    }

    /** Every night. A link that has expired is told so for a while; then nobody asks any more. */
    @Scheduled(cron = "0 30 3 * * *", zone = "${program.time-zone}")
    void forgetExpired() {
        jdbc.sql("delete from access_token where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT_AFTER_EXPIRY)))
                .update();
    }

    private @Nullable Timestamp expiry(Purpose purpose, Instant now) {
        return switch (purpose) {
            case CASE_TRACKER -> null;
            case INVITATION -> Timestamp.from(now.plus(settings.links().invitation()));
            case PASSWORD_RESET -> Timestamp.from(now.plus(settings.links().passwordReset()));
        };
    }

    /** The hash under which secrets are kept: hexadecimal SHA-256. */
    public static String sha256(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
