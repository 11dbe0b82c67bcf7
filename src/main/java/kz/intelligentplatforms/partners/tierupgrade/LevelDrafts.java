package kz.intelligentplatforms.partners.tierupgrade;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.intelligentplatforms.partners.program.TargetStatus;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What partners have begun to fill in: one draft for each thing to apply for, as typed, right or wrong. */
@Component
public class LevelDrafts {

    /** As long as the column is. */
    private static final int MAX = 1_000_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EvidenceJson json = new EvidenceJson();

    LevelDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Evidence> of(long partnerId, TargetStatus target) {
        return jdbc.sql("select body from tier_draft where partner_id = ? and target = ?")
                .params(partnerId, target.name())
                .query(String.class)
                .optional()
                .map(json::convertToEntityAttribute);
    }

    /** What the partner has drafts for. */
    public Set<TargetStatus> of(long partnerId) {
        var targets = EnumSet.noneOf(TargetStatus.class);
        jdbc.sql("select target from tier_draft where partner_id = ?")
                .param(partnerId)
                .query(String.class)
                .list()
                .forEach(target -> targets.add(TargetStatus.valueOf(target)));
        return targets;
    }

    /**
     * Keeps the draft instead of an earlier one. Not for use within a transaction: where two save their first draft at once, the second
     * statement of one fails and a third follows.
     *
     * @return false when it is longer than can be kept
     */
    public boolean save(long partnerId, TargetStatus target, Evidence draft) {
        var body = json.convertToDatabaseColumn(draft);
        if (body.length() > MAX) {
            return false;
        }
        if (!replace(partnerId, target, body)) {
            try {
                jdbc.sql("insert into tier_draft (body, updated_at, partner_id, target) values (?, ?, ?, ?)")
                        .params(body, now(), partnerId, target.name())
                        .update();
            } catch (DuplicateKeyException e) {
                replace(partnerId, target, body);
            }
        }
        return true;
    }

    private boolean replace(long partnerId, TargetStatus target, String body) {
        return jdbc.sql("update tier_draft set body = ?, updated_at = ? where partner_id = ? and target = ?")
                        .params(body, now(), partnerId, target.name())
                        .update()
                > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    public void remove(long partnerId, TargetStatus target) {
        jdbc.sql("delete from tier_draft where partner_id = ? and target = ?")
                .params(partnerId, target.name())
                .update();
    }
}
