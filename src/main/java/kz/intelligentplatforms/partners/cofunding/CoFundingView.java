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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;

/**
 * A request for co-funding and what became of it; sums in KZT.
 *
 * @param asked of the vendor
 * @param approved by the vendor, and reserved while the case is open
 * @param claimed by the partner after the activity
 * @param payable of the claim, once it is decided
 * @param paid in the end
 * @param proofs what a claim must bring
 * @param claimDueOn the last day for a claim, once the request is approved
 * @param extended whether that day was moved already
 * @param newStartsOn what the partner asked to move the activity to last; so is {@code newEndsOn}
 * @param earlier why the vendor's people have it on their desk again; for their eyes
 * @param decisionReason why it was returned, rejected, refused or cancelled, for the partner's eyes
 * @param claimReviewedBy who accepted the claim, and {@code claimAuthorizedBy} who of finance agreed
 * @param refusal why the claim was refused before the appeal, and {@code refusedBy} by whom
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
        @Nullable BigDecimal claimed,
        @Nullable BigDecimal payable,
        @Nullable BigDecimal paid,
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
        String earlier,
        @Nullable String decisionReason,
        @Nullable String claimReport,
        @Nullable String claimReviewedBy,
        @Nullable String claimAuthorizedBy,
        @Nullable String appeal,
        @Nullable String refusal,
        @Nullable String refusedBy,
        Instant submittedAt,
        String submittedBy,
        List<CostLineView> lines) {

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

    /** Marketing approved less than was planned of at least one line. */
    public boolean anyCut() {
        return lines.stream().anyMatch(CostLineView::isCut);
    }

    /** The vendor's part of the costs of a claim that count, in KZT, whatever is reserved. */
    public BigDecimal shareOf(ClaimForm claim) {
        return shareOf(IntStream.range(0, Math.min(lines.size(), claim.costs().size()))
                .mapToObj(
                        line -> lines.get(line).counted(claim.costs().get(line).amount()))
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

    /** Who has accepted or refused the claim so far. */
    Set<String> decidedOnClaim() {
        return Stream.of(claimReviewedBy, refusedBy).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
