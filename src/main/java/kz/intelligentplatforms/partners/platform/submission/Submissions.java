package kz.intelligentplatforms.partners.platform.submission;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forms do their work once, however often they are sent. What came of a form is kept under its key: the same form again gets the same
 * answer, and the same key with other content is refused, so that nobody is told "done" of what was not done.
 */
@Component
public class Submissions {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Submissions(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param fingerprint nothing of a form that release 1 took: it kept keys only */
    private record Earlier(@Nullable String fingerprint, String result) {}

    /**
     * Does what a form asks for, if it comes for the first time. The work and the form's key are kept together or not at all; what the
     * work throws goes to the caller, and the form may be sent again. Not for use within a transaction, as it may begin a second one.
     *
     * @param work gives the result: a case number, or another id
     * @return the result of the first time
     * @throws SubmissionReused when the form came before, with other content
     */
    public String once(Submission form, Supplier<String> work) {
        Supplier<String> step = () -> earlier(form).orElseGet(() -> first(form, work));
        try {
            return inTransaction(step);
        } catch (DataIntegrityViolationException e) {
            // Somebody else was faster, with the same form or for the same thing: now we can see which.
            return inTransaction(step);
        }
    }

    /**
     * What came of a form, if it was sent before.
     *
     * @throws SubmissionReused when it was, with other content, or with one that was not kept
     */
    public Optional<String> earlier(Submission form) {
        return find(form.keyHash()).map(earlier -> {
            if (!form.fingerprint().equals(earlier.fingerprint())) {
                throw new SubmissionReused(earlier.result());
            }
            return earlier.result();
        });
    }

    /** What came of the form with this key, whatever was in it. */
    public Optional<String> resultOf(String key) {
        return find(Submission.keyHash(key)).map(Earlier::result);
    }

    private Optional<Earlier> find(String keyHash) {
        return jdbc.sql("select fingerprint, result from submission where key_hash = ?")
                .param(keyHash)
                .query((row, number) -> new Earlier(row.getString("fingerprint"), row.getString("result")))
                .optional();
    }

    /** The key first: of the same form sent twice at once, the second waits here. */
    private String first(Submission form, Supplier<String> work) {
        jdbc.sql("insert into submission (key_hash, fingerprint, result, sent_at) values (?, ?, '', ?)")
                .params(form.keyHash(), form.fingerprint(), Timestamp.from(clock.instant()))
                .update();
        var result = work.get();
        jdbc.sql("update submission set result = ? where key_hash = ?")
                .params(result, form.keyHash())
                .update();
        return result;
    }

    private String inTransaction(Supplier<String> step) {
        return Objects.requireNonNull(transaction.execute(status -> step.get()));
    }
}
