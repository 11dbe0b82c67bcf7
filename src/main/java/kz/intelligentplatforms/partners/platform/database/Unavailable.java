package kz.intelligentplatforms.partners.platform.database;

/** There is no means to answer a request at the moment; the same request may succeed a little later. */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }
}
