package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.intelligentplatforms.partners.program.Activity;

/**
 * What a partner asks co-funding for: a {@link CoFundingRequestForm} that has passed its constraints.
 *
 * @param lines the activity's budget
 * @param asked of the vendor, in KZT
 */
record CoFundingPlan(
        Activity activity,
        String title,
        String description,
        String city,
        LocalDate startsOn,
        LocalDate endsOn,
        String audience,
        int expectedLeads,
        List<CostLine> lines,
        BigDecimal asked) {}
