package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cofunding.ClaimLine.LineDecision;
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

    @Enumerated(EnumType.STRING)
    private ClaimState state;

    private BigDecimal claimed;
    private @Nullable BigDecimal payable;
    private String report;
    private @Nullable String reviewedBy;
    private @Nullable String authorizedBy;
    private @Nullable String returnNote;
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

    /** @param claimed in KZT */
    Claim(String caseNumber, BigDecimal claimed, String report, List<ClaimLine> lines) {
        this.caseNumber = caseNumber;
        this.state = ClaimState.RETURNED;
        submit(claimed, report, lines);
    }

    /** The partner sends it again; {@link CoFundingRequest#claim} holds the sum against what is reserved. */
    final void submit(BigDecimal sum, String words, List<ClaimLine> costs) {
        move(ClaimState.SUBMITTED, ClaimState.RETURNED);
        claimed = sum;
        report = words;
        lines = new ArrayList<>(costs);
        decisionReason = null;
    }

    /** It goes back to the partner. */
    void giveBack(String why) {
        move(ClaimState.RETURNED, ClaimState.SUBMITTED);
        decisionReason = why;
        payable = null;
    }

    /**
     * Marketing accepts it, or whoever decides on the appeal.
     *
     * @param sum what is to be paid of it, in KZT
     * @param toAuthorize somebody of finance has to look at it, too
     */
    void accept(List<LineDecision> decisions, BigDecimal sum, boolean toAuthorize, String user) {
        move(toAuthorize ? ClaimState.ACCEPTED : ClaimState.PAYABLE, ClaimState.SUBMITTED, ClaimState.APPEALED);
        IntStream.range(0, lines.size()).forEach(line -> lines.get(line).decide(decisions.get(line)));
        payable = sum;
        reviewedBy = user;
        authorizedBy = null;
        decisionReason = null;
    }

    void authorize(String user) {
        move(ClaimState.PAYABLE, ClaimState.ACCEPTED);
        authorizedBy = user;
    }

    /** Finance has a question: it is back on the desk of marketing, which after an appeal may be whoever refused it. */
    void sendBack(String why) {
        require(appeal == null);
        move(ClaimState.SUBMITTED, ClaimState.ACCEPTED);
        returnNote = why;
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
        payable = null;
    }

    private void move(ClaimState to, ClaimState... from) {
        require(List.of(from).contains(state));
        state = to;
        returnNote = null;
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

    /** In KZT. */
    BigDecimal claimed() {
        return claimed;
    }

    @Nullable
    String returnNote() {
        return returnNote;
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
