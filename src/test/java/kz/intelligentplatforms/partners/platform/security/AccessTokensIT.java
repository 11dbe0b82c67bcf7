package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.CASE_TRACKER;
import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The links' end: what has expired is forgotten, later, and by itself. */
class AccessTokensIT extends IntegrationTest {

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private ScheduledTaskHolder schedule;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anExpiredLinkIsForgottenThirtyDaysLaterAndATrackersNever() {
        var subject = UUID.randomUUID().toString();
        tokens.newLink(INVITATION, subject);
        tokens.newLink(CASE_TRACKER, subject);

        TestClock.forward(Duration.ofDays(7 + 30).minusHours(1));
        tokens.forgetExpired();
        assertThat(linksOf(subject)).isEqualTo(2);

        TestClock.forward(Duration.ofHours(2));
        tokens.forgetExpired();
        assertThat(linksOf(subject)).isOne();
    }

    @Test
    void thisIsDoneEveryNight() {
        assertThat(schedule.getScheduledTasks())
                .extracting(task -> task.getTask().toString())
                .contains(AccessTokens.class.getName() + ".forgetExpired");
    }

    private int linksOf(String subject) {
        return jdbc.sql("select count(*) from access_token where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }
}
