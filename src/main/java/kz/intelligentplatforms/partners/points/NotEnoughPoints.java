package kz.intelligentplatforms.partners.points;

/** There are not as many points as were to be spent; nothing has been changed. */
public class NotEnoughPoints extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long available;

    NotEnoughPoints(long available) {
        super("Only " + available + " points", null, false, false);
        this.available = available;
    }

    /** How many there are. */
    public long available() {
        return available;
    }
}
