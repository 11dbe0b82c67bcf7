package kz.intelligentplatforms.partners.platform.web;

import java.util.List;

/** Something cannot be done as asked, for a reason that people read and can do something about; nothing has changed. */
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String texts;
    private final Enum<?> reason;
    private final transient List<Object> words;

    /**
     * @param texts how the keys of the reasons' messages begin, such as {@code tier.refused.}; the reason's name follows
     * @param words what stands in the message: {0}, {1} and so on
     */
    protected Refused(String texts, Enum<?> reason, Object... words) {
        super(reason.name(), null, false, false);
        this.texts = texts;
        this.reason = reason;
        this.words = List.of(words);
    }

    /** One of the kind's own reasons. */
    public Enum<?> reason() {
        return reason;
    }

    /** What stands in the reason's message, such as a limit. */
    public List<Object> words() {
        return words;
    }

    /** Why, in the reader's language. */
    public String text(Texts in) {
        return in.get(texts + reason.name(), words.toArray());
    }
}
