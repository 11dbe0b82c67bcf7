package kz.intelligentplatforms.partners.cofunding;

/** Why marketing has a request or a claim on its desk again. */
public enum ReturnCause {
    /** The fund has too little; the note says how much. */
    SHORT,
    /** It waited for money long enough. */
    QUEUE_OVER,
    /** Finance has a question, which is the note. */
    FINANCE
}
