package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * On what terms an activity is co-funded; source: {@code co-funding-rules.dmn}.
 *
 * @param maxShare the vendor's share of the costs at most, such as 0.5
 * @param maxAmount of one request, in KZT
 * @param financeAbove in KZT; finance decides, too, on requests and claims above it
 * @param daysBefore calendar days before its first day by which an activity must be asked for
 * @param claimDays calendar days after its last day until when a claim may come
 * @param proofs what a claim must bring
 */
public record CoFundingTerms(
        BigDecimal maxShare,
        BigDecimal maxAmount,
        BigDecimal financeAbove,
        int daysBefore,
        int claimDays,
        Set<Proof> proofs) {

    /** What can be asked for at most where an activity costs this much, in KZT. */
    public BigDecimal mostOf(BigDecimal total) {
        return total.multiply(maxShare).setScale(2, RoundingMode.DOWN).min(maxAmount);
    }
}
