package kz.intelligentplatforms.partners.cases;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Arrays;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about, and where it stands. Every transition says from where it follows; elsewhere it is an
 * {@link IllegalStateException}. What the case shows at once is the step that it returns.
 *
 * @param <S> the kind's stages
 */
@MappedSuperclass
public abstract class StagedCase<S extends CaseStage> extends AssignedId<String> {

    protected abstract S stage();

    protected abstract void stage(S next);

    /** @param due until when it is that side's turn, where there is a deadline */
    @SafeVarargs
    protected final CaseStep moveTo(S next, Turn turn, @Nullable Instant due, S... from) {
        requireOneOf(from);
        stage(next);
        return new CaseStep(next, turn, due);
    }

    @SafeVarargs
    protected final CaseStep close(S outcome, S... from) {
        return moveTo(outcome, Turn.NOBODY, null, from);
    }

    @SafeVarargs
    protected final void requireOneOf(S... from) {
        if (!Arrays.asList(from).contains(stage())) {
            throw new IllegalStateException(getId() + " is " + stage());
        }
    }
}
