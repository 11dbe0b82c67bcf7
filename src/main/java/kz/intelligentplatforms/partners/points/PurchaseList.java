package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.util.List;

/**
 * A part of some purchases, and what they are altogether.
 *
 * @param count of all of them
 * @param total sales less returns of all of them, in KZT
 */
public record PurchaseList(long count, BigDecimal total, List<CountedPurchase> shown) {

    public boolean isComplete() {
        return shown.size() == count;
    }
}
