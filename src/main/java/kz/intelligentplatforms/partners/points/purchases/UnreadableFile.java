package kz.intelligentplatforms.partners.points.purchases;

/** A file cannot be read any further. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    UnreadableFile(Flaw flaw) {
        super(flaw.toString(), null, false, false);
        this.flaw = flaw;
    }

    UnreadableFile(int line, int column, Flaw.Kind kind, String... arguments) {
        this(Flaw.ofFile(line, column, kind, arguments));
    }

    Flaw flaw() {
        return flaw;
    }
}
