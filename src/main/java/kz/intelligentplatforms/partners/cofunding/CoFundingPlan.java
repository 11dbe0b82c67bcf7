package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.program.Activity;

/**
 * The activity that a partner asks co-funding for.
 *
 * @param asked of the vendor, in KZT
 */
@Embeddable
record CoFundingPlan(
        @Enumerated(EnumType.STRING) Activity activity,
        String title,
        String description,
        String city,
        LocalDate startsOn,
        LocalDate endsOn,
        String audience,
        int expectedLeads,
        BigDecimal asked) {

    /** The same on other days. */
    CoFundingPlan on(LocalDate first, LocalDate last) {
        return new CoFundingPlan(activity, title, description, city, first, last, audience, expectedLeads, asked);
    }
}
