package kz.intelligentplatforms.partners.platform.submission;

/** A form was sent before, with other content: what was done then stands, and nothing is done now. */
public final class SubmissionReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String earlier;

    SubmissionReused(String earlier) {
        super("Sent before, with other content: " + earlier, null, false, false);
        this.earlier = earlier;
    }

    /** What came of it the first time: a case number, or another id. */
    public String earlier() {
        return earlier;
    }
}
