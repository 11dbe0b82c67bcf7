package kz.intelligentplatforms.partners.rewards;

import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.FULFILLED;
import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.FULFILMENT;
import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.REJECTED;
import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.REVIEW;
import static kz.intelligentplatforms.partners.rewards.RedemptionView.Status.WITHDRAWN;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import kz.intelligentplatforms.partners.platform.database.AssignedId;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import kz.intelligentplatforms.partners.rewards.RedemptionView.Status;
import org.jspecify.annotations.Nullable;

/** A partner's request for a reward. While it is open, its points are reserved; title and points are those of the request. */
@Entity
class Redemption extends AssignedId<String> {

    @Id
    private String caseNumber;

    private long partnerId;
    private long rewardId;

    @Embedded
    @AttributeOverride(name = "ru", column = @Column(name = "reward_title_ru"))
    @AttributeOverride(name = "kk", column = @Column(name = "reward_title_kk"))
    @AttributeOverride(name = "en", column = @Column(name = "reward_title_en"))
    private PublicText title;

    private long points;
    private boolean fromStock;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String requestedBy;
    private Instant requestedAt;
    private @Nullable String decidedBy;
    private @Nullable String reason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Redemption() {}

    /**
     * @param fromStock whether a piece was taken off the reward's stock
     */
    Redemption(
            String caseNumber,
            long partnerId,
            RewardView reward,
            boolean fromStock,
            String requestedBy,
            Instant requestedAt) {
        this.caseNumber = caseNumber;
        this.partnerId = partnerId;
        this.rewardId = reward.id();
        this.title = reward.title();
        this.points = reward.points();
        this.fromStock = fromStock;
        this.status = REVIEW;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    void approve(String user) {
        decide(FULFILMENT, user, REVIEW);
    }

    /** The reward is handed over. */
    void fulfil(String user) {
        decide(FULFILLED, user, FULFILMENT);
    }

    /** The partner does not get it: refused at the review, or it cannot be handed over. */
    void reject(String user, String why) {
        decide(REJECTED, user, REVIEW, FULFILMENT);
        reason = why;
    }

    void withdraw() {
        require(REVIEW);
        status = WITHDRAWN;
    }

    private void decide(Status outcome, String user, Status... from) {
        require(from);
        status = outcome;
        decidedBy = user;
    }

    private void require(Status... expected) {
        if (!Arrays.asList(expected).contains(status)) {
            throw new IllegalStateException("Redemption " + caseNumber + " is " + status);
        }
    }

    boolean is(Status expected) {
        return status == expected;
    }

    boolean isFromStock() {
        return fromStock;
    }

    RedemptionView view() {
        return new RedemptionView(
                caseNumber, partnerId, rewardId, title, points, status, requestedBy, requestedAt, decidedBy, reason);
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
