package kz.intelligentplatforms.partners.purchases.correction;

import static kz.intelligentplatforms.partners.purchases.correction.CorrectionStage.APPROVAL;
import static kz.intelligentplatforms.partners.purchases.correction.CorrectionStage.CORRECTED;
import static kz.intelligentplatforms.partners.purchases.correction.CorrectionStage.REJECTED;
import static kz.intelligentplatforms.partners.purchases.correction.CorrectionStage.VOIDED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.StagedCase;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.purchases.PurchaseKind;
import kz.intelligentplatforms.partners.purchases.PurchaseValues;
import kz.intelligentplatforms.partners.purchases.PurchaseView;
import org.jspecify.annotations.Nullable;

/** What somebody wants to put right in a recorded purchase. Never decided by whoever asked for it. */
@Entity
class PurchaseCorrection extends StagedCase<CorrectionStage> {

    @Id
    private String caseNumber;

    private long purchaseId;
    private @Nullable Long openPurchase;

    @Enumerated(EnumType.STRING)
    private CorrectionAction action;

    private @Nullable String documentNumber;

    @Enumerated(EnumType.STRING)
    private @Nullable PurchaseKind kind;

    private @Nullable LocalDate purchasedOn;
    private @Nullable BigDecimal amount;
    private @Nullable String taxCountry;
    private @Nullable String taxNumber;
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private CorrectionStage stage;

    private String requestedBy;
    private Instant requestedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String comment;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected PurchaseCorrection() {}

    /** @param right what the purchase would say; nothing where it would be voided */
    PurchaseCorrection(
            String caseNumber,
            long purchaseId,
            CorrectionAction action,
            Optional<PurchaseValues> right,
            String reason,
            String requestedBy,
            Instant requestedAt) {
        if (right.isEmpty() != (action == CorrectionAction.VOID)) {
            throw new IllegalArgumentException(caseNumber + ": what is right is said unless it is voided");
        }
        this.caseNumber = caseNumber;
        this.purchaseId = purchaseId;
        this.openPurchase = purchaseId;
        this.action = action;
        this.reason = reason;
        this.stage = APPROVAL;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        right.ifPresent(this::say);
    }

    private void say(PurchaseValues values) {
        documentNumber = values.documentNumber();
        kind = values.kind();
        purchasedOn = values.date();
        amount = values.amount();
        taxCountry = values.buyer().country();
        taxNumber = values.buyer().taxNumber();
    }

    void confirm(String user, Instant at, String words) {
        decide(action == CorrectionAction.VOID ? VOIDED : CORRECTED, user, at, words);
    }

    void reject(String user, Instant at, String words) {
        decide(REJECTED, user, at, words);
    }

    private void decide(CorrectionStage decision, String user, Instant at, String words) {
        requireOneOf(APPROVAL);
        if (user.equals(requestedBy)) {
            throw new IllegalStateException(caseNumber + " is not for " + user + " to decide, who asked for it");
        }
        stage = decision;
        decidedBy = user;
        decidedAt = at;
        comment = words.isEmpty() ? null : words;
        openPurchase = null;
    }

    /** Somebody else decides until {@code due}. */
    CaseStep awaitApproval(Instant due) {
        return moveTo(APPROVAL, Turn.VENDOR, due, APPROVAL);
    }

    /** What was decided is done. */
    CaseStep done() {
        return close(stage, CORRECTED, VOIDED, REJECTED);
    }

    @Override
    protected CorrectionStage stage() {
        return stage;
    }

    @Override
    protected void stage(CorrectionStage next) {
        stage = next;
    }

    /** Who confirmed. */
    String confirmedBy() {
        requireOneOf(CORRECTED, VOIDED);
        return Objects.requireNonNull(decidedBy);
    }

    CorrectionAction action() {
        return action;
    }

    long purchaseId() {
        return purchaseId;
    }

    String requestedBy() {
        return requestedBy;
    }

    /** What the purchase would say; nothing where it would be voided. */
    Optional<PurchaseValues> right() {
        return action == CorrectionAction.VOID
                ? Optional.empty()
                : Optional.of(new PurchaseValues(
                        Objects.requireNonNull(documentNumber),
                        Objects.requireNonNull(kind),
                        Objects.requireNonNull(purchasedOn),
                        Objects.requireNonNull(amount),
                        new TaxIdentity(Objects.requireNonNull(taxCountry), Objects.requireNonNull(taxNumber))));
    }

    CorrectionView view(PurchaseView purchase) {
        return new CorrectionView(
                caseNumber,
                action,
                stage,
                purchase,
                right().orElse(null),
                reason,
                requestedBy,
                requestedAt,
                decidedBy,
                decidedAt,
                comment);
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
