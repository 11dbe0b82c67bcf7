package kz.intelligentplatforms.partners.purchases;

import java.util.List;

/** Nothing was recorded, because some of it is wrong. */
public class PurchasesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> flaws;

    PurchasesRefused(List<Violation> flaws) {
        super(flaws.size() + " flaws", null, false, false);
        this.flaws = List.copyOf(flaws);
    }

    /** Everything that is wrong, in the order it was found in. */
    public List<Violation> flaws() {
        return flaws;
    }
}
