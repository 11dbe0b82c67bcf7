package kz.intelligentplatforms.partners.points;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The partners' points accounts. */
@Service
public class PointsAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    PointsAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a partner's account at 0 points; a second time changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(long partnerId) {
        jdbc.sql("insert into points_account (partner_id, opened_at)"
                        + " select cast(? as bigint), cast(? as timestamp with time zone)"
                        + " where not exists (select 1 from points_account where partner_id = ?)")
                .params(partnerId, Timestamp.from(clock.instant()), partnerId)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean exists(long partnerId) {
        return jdbc.sql("select count(*) from points_account where partner_id = ?")
                        .param(partnerId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
