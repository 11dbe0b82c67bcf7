package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a request's budget, as planned and as approved. */
@Embeddable
class CostLine {

    private String title;
    private BigDecimal cost;
    private @Nullable BigDecimal approved;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CostLine() {}

    CostLine(String title, BigDecimal cost) {
        this.title = title;
        this.cost = cost;
    }

    BigDecimal cost() {
        return cost;
    }

    void approve(BigDecimal costs) {
        if (costs.signum() < 0 || costs.compareTo(cost) > 0) {
            throw new IllegalArgumentException("Of " + cost + " planned, " + costs + " cannot be approved");
        }
        approved = costs;
    }

    CostLineView view(int number) {
        return new CostLineView(number, title, cost, approved, null, null, null, null, null, null);
    }
}
