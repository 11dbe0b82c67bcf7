package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
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
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * A partner's request for co-funding, from what it asks for to what is reserved for it; then comes its {@link Claim}. What does not follow
 * from where it stands is an {@link IllegalStateException}.
 */
@Entity
@Table(name = "co_request")
class CoFundingRequest extends AssignedId<String> {

    @Id
    private String caseNumber;

    private long partnerId;

    private CoFundingPlan plan;
    private String titleKey;
    private @Nullable BigDecimal approved;
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
    private @Nullable MarketingReturn returned;
    private @Nullable String decisionReason;
    private Instant submittedAt;
    private String submittedBy;

    @ElementCollection
    @CollectionTable(name = "co_cost_line", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "line_no")
    @ListIndexBase(1)
    private List<CostLine> lines = new ArrayList<>();

    @OneToOne(mappedBy = "request", cascade = CascadeType.PERSIST)
    private @Nullable Claim claim;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CoFundingRequest() {}

    CoFundingRequest(
            String caseNumber, long partnerId, CoFundingPlan plan, List<CostLine> lines, String user, Instant now) {
        this.caseNumber = caseNumber;
        this.partnerId = partnerId;
        this.submittedBy = user;
        this.submittedAt = now;
        this.financeAbove = BigDecimal.ZERO;
        this.proofs = "";
        propose(plan, lines);
    }

    /** What the partner asks for now; whoever authorized something else has not authorized this. */
    final void propose(CoFundingPlan asked, List<CostLine> budget) {
        require(!isReserved());
        plan = asked;
        titleKey = SearchKey.of(plan.title());
        lines = new ArrayList<>(budget);
        approved = null;
        authorizedBy = null;
        returned = null;
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
        IntStream.range(0, lines.size()).forEach(line -> lines.get(line).approve(costs.get(line)));
        var before = approved;
        approved = shareOf(costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        reviewedBy = user;
        returned = null;
        decisionReason = null;
        if (before == null || approved.compareTo(before) > 0 || user.equals(authorizedBy)) {
            authorizedBy = null;
        }
        return isAboveLimit(approved) && authorizedBy == null;
    }

    /** Finance has to agree to such a sum. */
    boolean isAboveLimit(BigDecimal sum) {
        return sum.compareTo(financeAbove) > 0;
    }

    void authorize(String user) {
        require(approved != null && !isReserved());
        authorizedBy = user;
        returned = null;
    }

    /** Back on marketing's desk. */
    void comeBack(MarketingReturn why) {
        require(approved != null && !isReserved());
        returned = why;
        queuedAt = null;
    }

    void queue(Instant now) {
        require(approved != null && !isReserved() && !isQueued());
        queuedAt = now;
    }

    boolean isQueued() {
        return queuedAt != null;
    }

    void leaveQueue() {
        require(isQueued());
        queuedAt = null;
    }

    /** The money is reserved; from now on the days of the claim are known. */
    void reserve(LocalDate today) {
        require(approved != null && !isReserved());
        giveTimeToClaim(today);
        queuedAt = null;
        returned = null;
    }

    /** However long it took to decide, the partner has its days to claim. */
    void giveTimeToClaim(LocalDate today) {
        require(approved != null && claim == null);
        claimDueOn = (plan.endsOn().isBefore(today) ? today : plan.endsOn()).plusDays(claimDays);
    }

    void decideAgainst(@Nullable String why) {
        require(claim == null);
        decisionReason = why;
    }

    /** It ends before it is paid; {@code why} is the vendor's reason, where it has one. */
    void end(@Nullable String why) {
        if (claim == null) {
            decisionReason = why;
        } else {
            claim.giveUp(why);
        }
    }

    void askForChange(LocalDate first, LocalDate last, String why) {
        require(isReserved() && claim == null);
        decisionReason = null;
        newStartsOn = first;
        newEndsOn = last;
        changeReason = why;
    }

    void change() {
        require(isReserved() && claim == null && newStartsOn != null);
        plan = plan.on(Objects.requireNonNull(newStartsOn), Objects.requireNonNull(newEndsOn));
        claimDueOn = plan.endsOn().plusDays(claimDays);
        decisionReason = null;
    }

    /** What was claimed goes back to the partner, who has at least until then to claim again. */
    void awaitClaimUntil(LocalDate least) {
        require(claim().isReturned());
        claimDueOn = claimDueOn == null || claimDueOn.isBefore(least) ? least : claimDueOn;
    }

    /** The claim's term ends later, once. */
    void extend(LocalDate until) {
        require(isReserved() && !extended && (claim == null || claim.isReturned()));
        claimDueOn = until;
        extended = true;
    }

    /** The partner claims, or claims again what was returned; {@code sum} in KZT. */
    void claim(BigDecimal sum, String report, List<ClaimLine> costs) {
        require(isReserved());
        var sent = claim == null ? new Claim(this) : claim;
        sent.submit(sum, report, costs);
        claim = sent;
    }

    /** @throws IllegalStateException when nothing is claimed yet */
    Claim claim() {
        require(claim != null);
        return Objects.requireNonNull(claim);
    }

    /** The vendor's part of some of its costs, in KZT. */
    BigDecimal shareOf(BigDecimal costs) {
        var total = lines.stream().map(CostLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return CoFundingView.shareOf(costs, plan.asked(), total);
    }

    /** Money was set aside for it: from then on the days of the claim are known. */
    private boolean isReserved() {
        return claimDueOn != null;
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
                plan.activity(),
                plan.title(),
                plan.description(),
                plan.city(),
                plan.startsOn(),
                plan.endsOn(),
                plan.audience(),
                plan.expectedLeads(),
                plan.asked(),
                approved,
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
                claim == null ? returned : claim.returned(),
                claim == null ? decisionReason : claim.decisionReason(),
                submittedAt,
                submittedBy,
                IntStream.range(0, lines.size()).mapToObj(this::line).toList(),
                claim == null ? null : claim.view());
    }

    private CostLineView line(int index) {
        var planned = lines.get(index).view(index + 1);
        return claim == null ? planned : claim.lines().get(index).view(planned);
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
