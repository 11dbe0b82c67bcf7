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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.cofunding.CostLine.LineDecision;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import kz.intelligentplatforms.partners.program.Activity;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * A partner's request for co-funding, from what it asks for to what it is paid. What does not follow from where it stands is an
 * {@link IllegalStateException}.
 */
@Entity
@Table(name = "co_request")
class CoFundingRequest extends AssignedId<String> {

    @Id
    private String caseNumber;

    private long partnerId;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    private String title;
    private String titleKey;
    private String description;
    private String city;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private String audience;
    private int expectedLeads;
    private BigDecimal asked;
    private @Nullable BigDecimal approved;
    private @Nullable BigDecimal claimed;
    private @Nullable BigDecimal payable;
    private @Nullable BigDecimal paid;
    private BigDecimal financeAbove;
    private int claimDays;
    private String proofs;
    private @Nullable LocalDate claimDueOn;
    private boolean extended;
    private @Nullable Instant queuedAt;
    private @Nullable LocalDate newStartsOn;
    private @Nullable LocalDate newEndsOn;
    private @Nullable String changeReason;
    private @Nullable String reviewedBy;
    private @Nullable String authorizedBy;
    private String earlier;
    private @Nullable String decisionReason;
    private @Nullable String claimReport;
    private @Nullable String claimReviewedBy;
    private @Nullable String claimAuthorizedBy;
    private @Nullable String appeal;
    private @Nullable String refusal;
    private @Nullable String refusedBy;
    private Instant submittedAt;
    private String submittedBy;

    @ElementCollection
    @CollectionTable(name = "co_cost_line", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "line_no")
    @ListIndexBase(1)
    private List<CostLine> lines = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CoFundingRequest() {}

    CoFundingRequest(String caseNumber, long partnerId, CoFundingPlan plan, String user, Instant now) {
        this.caseNumber = caseNumber;
        this.partnerId = partnerId;
        this.submittedBy = user;
        this.submittedAt = now;
        this.financeAbove = BigDecimal.ZERO;
        this.proofs = "";
        this.earlier = "";
        propose(plan);
    }

    /** What the partner asks for now; whoever authorized something else has not authorized this. */
    final void propose(CoFundingPlan plan) {
        require(!isReserved());
        activity = plan.activity();
        title = plan.title();
        titleKey = SearchKey.of(title);
        description = plan.description();
        city = plan.city();
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        audience = plan.audience();
        expectedLeads = plan.expectedLeads();
        asked = plan.asked();
        lines = new ArrayList<>(plan.lines());
        approved = null;
        authorizedBy = null;
        earlier = "";
        decisionReason = null;
    }

    /** The terms on which it is reviewed; they go on to apply whatever becomes of the table or the partner's level. */
    void accept(CoFundingTerms terms) {
        require(!isReserved());
        financeAbove = terms.financeAbove();
        claimDays = terms.claimDays();
        proofs = new TreeSet<>(terms.proofs()).stream().map(Proof::name).collect(Collectors.joining(","));
    }

    /**
     * Marketing approves.
     *
     * @param costs what of each line is accepted for co-funding, in KZT
     * @return whether finance has to authorize it: it is above the limit, and nobody of finance has agreed to as much before
     */
    boolean approve(List<BigDecimal> costs, String user) {
        require(!isReserved());
        boolean authorizedForAsMuch = authorizedBy != null;
        var before = approved;
        IntStream.range(0, lines.size()).forEach(line -> lines.get(line).approve(costs.get(line)));
        var sum = costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        approved = shareOf(sum);
        reviewedBy = user;
        earlier = "";
        decisionReason = null;
        authorizedForAsMuch &= before != null && approved.compareTo(before) <= 0 && !user.equals(authorizedBy);
        if (!authorizedForAsMuch) {
            authorizedBy = null;
        }
        return approved.compareTo(financeAbove) > 0 && !authorizedForAsMuch;
    }

    void authorize(String user) {
        require(approved != null && !isReserved());
        authorizedBy = user;
        earlier = "";
    }

    /** Back on marketing's desk: finance has a question, or the money ran short. */
    void comeBack(String why) {
        require(approved != null && paid == null);
        earlier = why;
        queuedAt = null;
    }

    void queue(Instant now) {
        require(approved != null && !isReserved());
        queuedAt = now;
    }

    void leaveQueue() {
        queuedAt = null;
    }

    /** The money is reserved; from now on the days of the claim are known. */
    void reserve(LocalDate today) {
        require(approved != null && !isReserved());
        giveTimeToClaim(today);
        queuedAt = null;
        earlier = "";
    }

    /** However long it took to decide, the partner has its days to claim. */
    void giveTimeToClaim(LocalDate today) {
        claimDueOn = (endsOn.isBefore(today) ? today : endsOn).plusDays(claimDays);
    }

    void decideAgainst(@Nullable String why) {
        require(paid == null);
        decisionReason = why;
    }

    /** It ends before it is paid; {@code why} is the vendor's reason, where it has one. */
    void end(@Nullable String why) {
        require(paid == null);
        decisionReason = why;
        payable = null;
    }

    void askForChange(LocalDate first, LocalDate last, String why) {
        require(isReserved() && claimed == null);
        decisionReason = null;
        newStartsOn = first;
        newEndsOn = last;
        changeReason = why;
    }

    void change() {
        require(isReserved() && claimed == null);
        startsOn = Objects.requireNonNull(newStartsOn);
        endsOn = Objects.requireNonNull(newEndsOn);
        claimDueOn = endsOn.plusDays(claimDays);
        decisionReason = null;
    }

    /** The claim's term ends later, once. */
    void extend(LocalDate until) {
        require(isReserved() && !extended && paid == null);
        claimDueOn = until;
        extended = true;
    }

    /** The claim goes back to the partner, who has at least until {@code least}. */
    void returnClaim(LocalDate least, String why) {
        require(isClaimed());
        if (claimDueOn == null || claimDueOn.isBefore(least)) {
            claimDueOn = least;
        }
        decisionReason = why;
        payable = null;
        earlier = "";
    }

    void claim(ClaimForm claim) {
        require(isReserved() && payable == null && paid == null);
        var sum = claim.claimedAmount();
        if (approved == null || sum.compareTo(approved) > 0) {
            throw new IllegalArgumentException(caseNumber + " has " + approved + " reserved, not " + sum);
        }
        IntStream.range(0, lines.size())
                .forEach(line -> lines.get(line).claim(claim.costs().get(line)));
        claimed = sum;
        claimReport = claim.report();
        payable = null;
        decisionReason = null;
        earlier = "";
    }

    /**
     * Decides on a claim.
     *
     * @param suspicious an invoice or a file was claimed before
     * @return whether somebody of finance has to look at it, too
     */
    boolean acceptClaim(List<LineDecision> decisions, boolean suspicious, String user) {
        require(isClaimed());
        IntStream.range(0, lines.size()).forEach(line -> lines.get(line).decide(decisions.get(line)));
        payable = payableFor(decisions);
        claimReviewedBy = user;
        claimAuthorizedBy = null;
        decisionReason = null;
        earlier = "";
        return suspicious || payable.compareTo(financeAbove) > 0;
    }

    /** What a claim comes to if its lines are decided so, in KZT. */
    BigDecimal payableFor(List<LineDecision> decisions) {
        var accepted = decisions.stream().map(LineDecision::accepted).reduce(BigDecimal.ZERO, BigDecimal::add);
        return shareOf(accepted).min(Objects.requireNonNull(claimed));
    }

    private BigDecimal shareOf(BigDecimal costs) {
        var total = lines.stream().map(CostLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return CoFundingView.shareOf(costs, asked, total);
    }

    /** Marketing or finance refuses; none of them decides on the appeal, or after it. */
    void refuseClaim(String why, String user) {
        require(isClaimed());
        decisionReason = why;
        refusal = why;
        refusedBy = user;
        payable = null;
    }

    void authorizeClaim(String user) {
        require(payable != null && paid == null);
        claimAuthorizedBy = user;
        earlier = "";
    }

    void appeal(String words) {
        require(refusal != null && appeal == null && paid == null);
        appeal = words;
    }

    boolean isAppealed() {
        return appeal != null;
    }

    void pay() {
        require(payable != null && paid == null);
        paid = payable;
    }

    /** Money was set aside for it: from then on the days of the claim are known. */
    private boolean isReserved() {
        return claimDueOn != null;
    }

    private boolean isClaimed() {
        return claimed != null && paid == null;
    }

    private void require(boolean follows) {
        if (!follows) {
            throw new IllegalStateException(caseNumber + " does not stand where this follows");
        }
    }

    Set<Proof> proofs() {
        return CoFundingRules.proofs(proofs);
    }

    long partnerId() {
        return partnerId;
    }

    /** What is to be reserved, in KZT. */
    BigDecimal approved() {
        return Objects.requireNonNull(approved);
    }

    CoFundingView view() {
        return new CoFundingView(
                caseNumber,
                partnerId,
                activity,
                title,
                description,
                city,
                startsOn,
                endsOn,
                audience,
                expectedLeads,
                asked,
                approved,
                claimed,
                payable,
                paid,
                financeAbove,
                proofs(),
                claimDueOn,
                extended,
                queuedAt,
                newStartsOn,
                newEndsOn,
                changeReason,
                reviewedBy,
                authorizedBy,
                earlier,
                decisionReason,
                claimReport,
                claimReviewedBy,
                claimAuthorizedBy,
                appeal,
                refusal,
                refusedBy,
                submittedAt,
                submittedBy,
                IntStream.range(0, lines.size())
                        .mapToObj(line -> lines.get(line).view(line + 1))
                        .toList());
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
