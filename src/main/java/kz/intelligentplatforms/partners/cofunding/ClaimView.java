package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a partner claims after its activity, and what became of it; sums in KZT.
 *
 * @param payable of what is claimed, once it is decided
 * @param reviewedBy who accepted it, and {@code authorizedBy} who of finance agreed
 * @param refusal why it was refused before the appeal, and {@code refusedBy} by whom
 */
public record ClaimView(
        ClaimState state,
        BigDecimal claimed,
        @Nullable BigDecimal payable,
        String report,
        @Nullable String reviewedBy,
        @Nullable String authorizedBy,
        @Nullable String refusal,
        @Nullable String refusedBy,
        @Nullable String appeal) {}
