package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cofunding.ClaimLine.LineDecision;
import kz.intelligentplatforms.partners.cofunding.MarketingReturn.Cause;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * What a partner claims of the money reserved for its request, from the first time it sends it to its payment; returned, it is changed and
 * sent again. What does not follow from its state is an {@link IllegalStateException}.
 */
@Entity
@Table(name = "co_claim")
class Claim {

    @Id
    private String caseNumber;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    @JoinColumn(name = "case_number")
    private CoFundingRequest request;

    @Enumerated(EnumType.STRING)
    private ClaimState state;

    private BigDecimal claimed;
    private @Nullable BigDecimal payable;
    private String report;
    private @Nullable String reviewedBy;
    private @Nullable String authorizedBy;
    private @Nullable MarketingReturn returned;
    private @Nullable String decisionReason;
    private @Nullable String refusal;
    private @Nullable String refusedBy;
    private @Nullable String appeal;

    @ElementCollection
    @CollectionTable(name = "co_claim_line", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "line_no")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    private List<ClaimLine> lines = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Claim() {}

    /** A claim that is to be submitted. */
    Claim(CoFundingRequest request) {
        this.caseNumber = request.getId();
        this.request = request;
        this.state = ClaimState.RETURNED;
        this.claimed = BigDecimal.ZERO;
        this.report = "";
    }

    /** The partner sends it, or sends it again; {@code sum} in KZT. */
    void submit(BigDecimal sum, String words, List<ClaimLine> costs) {
        move(ClaimState.SUBMITTED, ClaimState.RETURNED);
        if (sum.compareTo(request.approved()) > 0) {
            throw new IllegalArgumentException(caseNumber + " has " + request.approved() + " reserved, not " + sum);
        }
        claimed = sum;
        report = words;
        lines = new ArrayList<>(costs);
        decisionReason = null;
    }

    /** It goes back to the partner, who has at least until {@code least}. */
    void giveBack(LocalDate least, String why) {
        move(ClaimState.RETURNED, ClaimState.SUBMITTED);
        request.awaitClaimUntil(least);
        decisionReason = why;
        payable = null;
    }

    /**
     * Marketing accepts it, or whoever decides on the appeal.
     *
     * @param suspicious an invoice or a file was claimed before
     * @return whether somebody of finance has to look at it, too
     */
    boolean accept(List<LineDecision> decisions, boolean suspicious, String user) {
        var sum = payableFor(decisions);
        boolean toAuthorize = suspicious || request.isAboveLimit(sum);
        move(toAuthorize ? ClaimState.ACCEPTED : ClaimState.PAYABLE, ClaimState.SUBMITTED, ClaimState.APPEALED);
        IntStream.range(0, lines.size()).forEach(line -> lines.get(line).decide(decisions.get(line)));
        payable = sum;
        reviewedBy = user;
        authorizedBy = null;
        decisionReason = null;
        return toAuthorize;
    }

    /** What it comes to if its lines are decided so, in KZT. */
    BigDecimal payableFor(List<LineDecision> decisions) {
        var accepted = decisions.stream().map(LineDecision::accepted).reduce(BigDecimal.ZERO, BigDecimal::add);
        return request.shareOf(accepted).min(claimed);
    }

    void authorize(String user) {
        move(ClaimState.PAYABLE, ClaimState.ACCEPTED);
        authorizedBy = user;
    }

    /** Finance has a question: it is back on the desk of marketing, which after an appeal may be whoever refused it. */
    void sendBack(String why) {
        require(appeal == null);
        move(ClaimState.SUBMITTED, ClaimState.ACCEPTED);
        returned = new MarketingReturn(Cause.FINANCE, why);
    }

    /** Marketing or finance refuses; none of them decides on the appeal, or after it. */
    void refuse(String why, String user) {
        move(ClaimState.REFUSED, ClaimState.SUBMITTED, ClaimState.ACCEPTED);
        decisionReason = why;
        refusal = why;
        refusedBy = user;
        payable = null;
    }

    void appeal(String words) {
        require(appeal == null);
        move(ClaimState.APPEALED, ClaimState.REFUSED);
        appeal = words;
    }

    /** The refusal stays. */
    void dismissAppeal(String why) {
        move(ClaimState.REFUSED, ClaimState.APPEALED);
        decisionReason = why;
    }

    /** Finance has paid what is payable. */
    void pay() {
        move(ClaimState.PAID, ClaimState.PAYABLE);
    }

    /** It ends with its request; {@code why} is the vendor's reason, where it has one. */
    void giveUp(@Nullable String why) {
        require(state != ClaimState.PAID && state != ClaimState.GIVEN_UP);
        state = ClaimState.GIVEN_UP;
        decisionReason = why;
        returned = null;
        payable = null;
    }

    private void move(ClaimState to, ClaimState... from) {
        require(List.of(from).contains(state));
        state = to;
        returned = null;
    }

    private void require(boolean follows) {
        if (!follows) {
            throw new IllegalStateException("The claim of " + caseNumber + " is " + state + ": this does not follow");
        }
    }

    boolean isReturned() {
        return state == ClaimState.RETURNED;
    }

    boolean isAppealed() {
        return appeal != null;
    }

    /** Who has accepted or refused it so far. */
    Set<String> decidedBy() {
        return Stream.of(reviewedBy, refusedBy).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @Nullable
    MarketingReturn returned() {
        return returned;
    }

    @Nullable
    String decisionReason() {
        return decisionReason;
    }

    List<ClaimLine> lines() {
        return lines;
    }

    ClaimView view() {
        return new ClaimView(state, claimed, payable, report, reviewedBy, authorizedBy, refusal, refusedBy, appeal);
    }
}
