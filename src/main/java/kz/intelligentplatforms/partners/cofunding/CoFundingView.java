package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;

/**
 * A request for co-funding and what became of it; sums in KZT.
 *
 * @param asked of the vendor
 * @param approved by the vendor, and reserved while the case is open
 * @param proofs what a claim must bring
 * @param claimDueOn the last day for a claim, once the request is approved
 * @param extended whether that day was moved already
 * @param newStartsOn what the partner asked to move the activity to last; so is {@code newEndsOn}
 * @param returned why marketing has it on its desk again; for the vendor's eyes
 * @param decisionReason why it was returned, rejected, refused or cancelled, for the partner's eyes
 * @param claim null as long as there is none
 */
public record CoFundingView(
        String caseNumber,
        long partnerId,
        Activity activity,
        String title,
        String description,
        String city,
        LocalDate startsOn,
        LocalDate endsOn,
        String audience,
        int expectedLeads,
        BigDecimal asked,
        @Nullable BigDecimal approved,
        BigDecimal financeAbove,
        Set<Proof> proofs,
        @Nullable LocalDate claimDueOn,
        boolean extended,
        @Nullable Instant queuedAt,
        @Nullable LocalDate newStartsOn,
        @Nullable LocalDate newEndsOn,
        @Nullable String changeReason,
        @Nullable String reviewedBy,
        @Nullable String authorizedBy,
        @Nullable MarketingReturn returned,
        @Nullable String decisionReason,
        Instant submittedAt,
        String submittedBy,
        List<CostLineView> lines,
        @Nullable ClaimView claim) {

    /** What the partner claims, in KZT. */
    public @Nullable BigDecimal claimed() {
        return claim == null ? null : claim.claimed();
    }

    /** What of that is to be paid, in KZT, once it is decided. */
    public @Nullable BigDecimal payable() {
        return claim == null ? null : claim.payable();
    }

    /** What was paid in the end, in KZT. */
    public @Nullable BigDecimal paid() {
        return claim != null && claim.state() == ClaimState.PAID ? claim.payable() : null;
    }

    /** The sum of its lines as planned, in KZT. */
    public BigDecimal total() {
        return lines.stream().map(CostLineView::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The part of the costs that the vendor is asked for, for people to read; sums are calculated with {@link #shareOf}. */
    public BigDecimal share() {
        return asked.divide(total(), MathContext.DECIMAL32);
    }

    /** The vendor's part of some of the costs, in KZT, rounded down to whole tiyn. */
    public BigDecimal shareOf(BigDecimal costs) {
        return shareOf(costs, asked, total());
    }

    /** The same of a request of which {@code asked} is asked for and that costs {@code total} as planned. */
    static BigDecimal shareOf(BigDecimal costs, BigDecimal asked, BigDecimal total) {
        return asked.multiply(costs).divide(total, 2, RoundingMode.DOWN);
    }

    /** Whoever of the vendor's people has decided on it, or on its claim: user ids. */
    public Set<String> deciders() {
        var ofClaim = claim == null
                ? Stream.<@Nullable String>empty()
                : Stream.of(claim.reviewedBy(), claim.refusedBy(), claim.authorizedBy());
        return Stream.concat(Stream.of(reviewedBy, authorizedBy), ofClaim)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Marketing approved less than was planned of at least one line. */
    public boolean anyCut() {
        return lines.stream().anyMatch(CostLineView::isCut);
    }

    /** The vendor's part of what counts of the costs of a claim, one for each line, in KZT, whatever is reserved. */
    public BigDecimal shareOf(List<BigDecimal> costs) {
        return shareOf(lines.stream()
                .map(line -> line.counted(costs.get(line.number() - 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What was spent on all its lines, in KZT; zero before the claim. */
    public BigDecimal spent() {
        return sumOf(CostLineView::spent);
    }

    /** The sum of one of the figures of all its lines, in KZT; those that are not known yet count as zero. */
    public BigDecimal sumOf(Function<CostLineView, @Nullable BigDecimal> figure) {
        return lines.stream().map(figure).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
