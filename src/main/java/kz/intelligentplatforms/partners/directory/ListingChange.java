package kz.intelligentplatforms.partners.directory;

import static kz.intelligentplatforms.partners.directory.ListingChange.Status.EXPIRED;
import static kz.intelligentplatforms.partners.directory.ListingChange.Status.IN_CORRECTION;
import static kz.intelligentplatforms.partners.directory.ListingChange.Status.IN_REVIEW;
import static kz.intelligentplatforms.partners.directory.ListingChange.Status.PUBLISHED;
import static kz.intelligentplatforms.partners.directory.ListingChange.Status.REJECTED;
import static kz.intelligentplatforms.partners.directory.ListingChange.Status.WITHDRAWN;

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
import org.jspecify.annotations.Nullable;

/** What a partner wants to change in its listing. While it is open, it holds the partner: one open change per partner. */
@Entity
class ListingChange extends AssignedId<String> {

    /** Where a change can be. */
    enum Status {
        IN_REVIEW,
        IN_CORRECTION,
        PUBLISHED,
        REJECTED,
        EXPIRED,
        WITHDRAWN
    }

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
    private Status status;

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
        this.status = IN_REVIEW;
        this.openPartner = partnerId;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
    }

    /** The reviewer wants something corrected. */
    void returnForCorrection(String reason) {
        require(IN_REVIEW);
        status = IN_CORRECTION;
        reviewReason = reason;
    }

    /** The partner answers a return. */
    void correct(ListingRequest corrected, @Nullable String correctedLogo, String user, Instant now) {
        require(IN_CORRECTION);
        status = IN_REVIEW;
        about = corrected.about();
        website = corrected.address();
        logo = correctedLogo;
        submittedBy = user;
        submittedAt = now;
    }

    /** Its words are shown from now on. */
    void publish() {
        close(PUBLISHED, IN_REVIEW);
    }

    void reject() {
        close(REJECTED, IN_REVIEW);
    }

    /** The reviewer says why not; the change closes with {@link #reject()}. */
    void refuse(String reason) {
        require(IN_REVIEW);
        reviewReason = reason;
    }

    void expire() {
        close(EXPIRED, IN_CORRECTION);
    }

    void withdraw() {
        close(WITHDRAWN, IN_REVIEW, IN_CORRECTION);
    }

    private void close(Status outcome, Status... from) {
        require(from);
        status = outcome;
        openPartner = null;
    }

    private void require(Status... expected) {
        if (!Arrays.asList(expected).contains(status)) {
            throw new IllegalStateException("Change " + caseNumber + " is " + status);
        }
    }

    boolean isOpen() {
        return openPartner != null;
    }

    boolean isInCorrection() {
        return status == IN_CORRECTION;
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
