package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** Why marketing has a request or a claim on its desk again, with a note where the cause alone does not tell. */
@Embeddable
public record MarketingReturn(
        @Enumerated(EnumType.STRING) @Column(name = "return_cause")
        Cause cause,

        @Column(name = "return_note") @Nullable String note) {

    /** The causes; only {@link #QUEUE_OVER} has no note. */
    public enum Cause {
        /** The fund has too little; the note says how much. */
        SHORT,
        /** It waited for money as long as it could. */
        QUEUE_OVER,
        /** Finance has a question, which is the note. */
        FINANCE
    }
}
