package kz.intelligentplatforms.partners.purchases;

/** A file cannot be read any further. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Violation flaw;

    UnreadableFile(Violation flaw) {
        super(flaw.toString(), null, false, false);
        this.flaw = flaw;
    }

    UnreadableFile(int line, int column, Violation.Kind kind, String... arguments) {
        this(Violation.ofFile(line, column, kind, arguments));
    }

    Violation flaw() {
        return flaw;
    }
}
