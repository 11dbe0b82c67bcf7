package kz.intelligentplatforms.partners.directory;

import static kz.intelligentplatforms.partners.directory.ListingStage.CORRECTION;
import static kz.intelligentplatforms.partners.directory.ListingStage.EXPIRED;
import static kz.intelligentplatforms.partners.directory.ListingStage.PUBLISHED;
import static kz.intelligentplatforms.partners.directory.ListingStage.REJECTED;
import static kz.intelligentplatforms.partners.directory.ListingStage.REVIEW;
import static kz.intelligentplatforms.partners.directory.ListingStage.WITHDRAWN;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.StagedCase;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import org.jspecify.annotations.Nullable;

/** What a partner wants to change in its listing. While it is open, it holds the partner: one open change per partner. */
@Entity
class ListingChange extends StagedCase<ListingStage> {

    @Id
    private String caseNumber;

    private long partnerId;

    @Embedded
    @AttributeOverride(name = "ru", column = @Column(name = "about_ru"))
    @AttributeOverride(name = "kk", column = @Column(name = "about_kk"))
    @AttributeOverride(name = "en", column = @Column(name = "about_en"))
    private PublicText about;

    private @Nullable String website;
    private @Nullable String logo;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private ListingStage stage;

    private @Nullable Long openPartner;
    private @Nullable String reviewReason;
    private String submittedBy;
    private Instant submittedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ListingChange() {}

    ListingChange(
            String caseNumber,
            long partnerId,
            ListingRequest wished,
            @Nullable String logo,
            String submittedBy,
            Instant submittedAt) {
        this.caseNumber = caseNumber;
        this.partnerId = partnerId;
        this.about = wished.about();
        this.website = wished.address();
        this.logo = logo;
        this.stage = REVIEW;
        this.openPartner = partnerId;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
    }

    /** The vendor looks at it, until {@code due}. */
    CaseStep review(Instant due) {
        return moveTo(REVIEW, Turn.VENDOR, due, REVIEW);
    }

    /** The reviewer wants something corrected. */
    void returnForCorrection(String reason) {
        moveTo(CORRECTION, Turn.COMPANY, null, REVIEW);
        reviewReason = reason;
    }

    /** The partner has until {@code due}. */
    CaseStep awaitCorrection(Instant due) {
        return moveTo(CORRECTION, Turn.COMPANY, due, CORRECTION);
    }

    /** The partner answers a return. */
    void correct(ListingRequest corrected, @Nullable String correctedLogo, String user, Instant now) {
        moveTo(REVIEW, Turn.VENDOR, null, CORRECTION);
        about = corrected.about();
        website = corrected.address();
        logo = correctedLogo;
        submittedBy = user;
        submittedAt = now;
    }

    /** Its words are shown from now on. */
    CaseStep publish() {
        return end(PUBLISHED, REVIEW);
    }

    /** The reviewer says why not; the change closes with {@link #reject()}. */
    void refuse(String reason) {
        requireOneOf(REVIEW);
        reviewReason = reason;
    }

    CaseStep reject() {
        return end(REJECTED, REVIEW);
    }

    CaseStep expire() {
        return end(EXPIRED, CORRECTION);
    }

    CaseStep withdraw() {
        return end(WITHDRAWN, REVIEW, CORRECTION);
    }

    private CaseStep end(ListingStage outcome, ListingStage... from) {
        var step = close(outcome, from);
        openPartner = null;
        return step;
    }

    @Override
    protected ListingStage stage() {
        return stage;
    }

    @Override
    protected void stage(ListingStage next) {
        stage = next;
    }

    boolean isOpen() {
        return openPartner != null;
    }

    boolean isInCorrection() {
        return stage == CORRECTION;
    }

    PublicText about() {
        return about;
    }

    @Nullable
    String website() {
        return website;
    }

    @Nullable
    String logo() {
        return logo;
    }

    long partnerId() {
        return partnerId;
    }

    ListingChangeView view() {
        return new ListingChangeView(
                caseNumber,
                partnerId,
                ListingRequest.of(about, website),
                logo,
                reviewReason,
                isInCorrection(),
                submittedAt);
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
