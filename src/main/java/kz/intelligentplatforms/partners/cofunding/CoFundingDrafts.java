package kz.intelligentplatforms.partners.cofunding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that partners have begun to fill in, as typed, right or wrong. */
@Component
@Transactional
public class CoFundingDrafts {

    /** As long as the column is; what a form can carry is shorter. */
    private static final int MAX = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final CoFundingFiles files;
    private final CoFundingSettings settings;
    private final Clock clock;

    CoFundingDrafts(JdbcClient jdbc, CoFundingFiles files, CoFundingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** A draft and when it was kept last. */
    public record CoFundingDraft(String id, CoFundingRequestForm proposal, Instant updatedAt) {}

    /**
     * Begins a draft.
     *
     * @return its id
     * @throws CoFundingRefused when the partner has too many already, or it is longer than can be kept
     */
    public String begin(long partnerId, CoFundingRequestForm proposal) {
        int drafts = jdbc.sql("select count(*) from co_draft where partner_id = ?")
                .param(partnerId)
                .query(Integer.class)
                .single();
        if (drafts >= settings.drafts()) {
            throw new CoFundingRefused(Reason.TOO_MANY_DRAFTS);
        }
        var id = UUID.randomUUID().toString();
        jdbc.sql("insert into co_draft (id, partner_id, body, updated_at) values (?, ?, ?, ?)")
                .params(id, partnerId, body(proposal), Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /**
     * Keeps what is typed instead of what was before.
     *
     * @return false when there is no such draft of this partner any more
     * @throws CoFundingRefused when it is longer than can be kept
     */
    public boolean save(long partnerId, String id, CoFundingRequestForm proposal) {
        return jdbc.sql("update co_draft set body = ?, updated_at = ? where id = ? and partner_id = ?")
                        .params(body(proposal), Timestamp.from(clock.instant()), id, partnerId)
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<CoFundingDraft> of(long partnerId, String id) {
        return ofPartner(partnerId).stream()
                .filter(draft -> draft.id().equals(id))
                .findFirst();
    }

    /** A partner's drafts, the latest first. */
    @Transactional(readOnly = true)
    public List<CoFundingDraft> ofPartner(long partnerId) {
        return jdbc.sql("select id, body, updated_at from co_draft where partner_id = ? order by updated_at desc, id")
                .param(partnerId)
                .query((row, number) -> new CoFundingDraft(
                        row.getString(1),
                        proposal(row.getString(2)),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /**
     * Adds a file.
     *
     * @throws CoFundingRefused when the draft is sent or thrown away meanwhile
     * @throws kz.intelligentplatforms.partners.documents.DocumentRefused when it cannot be taken
     */
    public void attach(long partnerId, String id, String fileName, InputStream content, String user) {
        var draft = jdbc.sql("select id from co_draft where id = ? and partner_id = ? for update")
                .params(id, partnerId)
                .query(String.class)
                .optional();
        if (draft.isEmpty()) {
            throw new CoFundingRefused(Reason.CASE_MOVED_ON);
        }
        files.attach(FileHolder.draft(partnerId, id), fileName, content, user);
    }

    /** Throws a draft away, with its files. */
    public void discard(long partnerId, String id) {
        remove(partnerId, id);
        files.discard(FileHolder.draft(partnerId, id));
    }

    /** The draft has become a case, and its files go with it. */
    void submit(long partnerId, String id, String caseNumber) {
        // Before the files are moved, so that none is added meanwhile.
        remove(partnerId, id);
        files.move(FileHolder.draft(partnerId, id), FileHolder.ofCase(partnerId, caseNumber));
    }

    private void remove(long partnerId, String id) {
        jdbc.sql("delete from co_draft where id = ? and partner_id = ?")
                .params(id, partnerId)
                .update();
    }

    private static String body(CoFundingRequestForm proposal) {
        try {
            var body = JSON.writeValueAsString(proposal);
            if (body.length() > MAX) {
                throw new CoFundingRefused(Reason.DRAFT_TOO_LONG);
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CoFundingRequestForm proposal(String body) {
        try {
            return JSON.readValue(body, CoFundingRequestForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
