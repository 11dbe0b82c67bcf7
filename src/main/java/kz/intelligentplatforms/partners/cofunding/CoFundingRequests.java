package kz.intelligentplatforms.partners.cofunding;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CoFundingRequests extends JpaRepository<CoFundingRequest, String> {

    /** Of several who step in at once, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from CoFundingRequest r where r.caseNumber = :caseNumber")
    Optional<CoFundingRequest> lock(String caseNumber);

    @Query(
            "select r from CoFundingRequest r left join fetch r.lines left join fetch r.claim where r.caseNumber = :caseNumber")
    Optional<CoFundingRequest> withLines(String caseNumber);

    @Query(
            "select distinct r from CoFundingRequest r left join fetch r.lines left join fetch r.claim where r.partnerId = :partnerId"
                    + " order by r.submittedAt desc, r.caseNumber desc")
    List<CoFundingRequest> ofPartner(long partnerId);

    /** How many a partner asked for that begin between two days. */
    @Query(
            "select count(r) from CoFundingRequest r where r.partnerId = :partnerId and r.plan.startsOn between :first and :last")
    long countOfYear(long partnerId, LocalDate first, LocalDate last);

    /** Those who wait for money, who came first first. */
    @Query("select r.caseNumber from CoFundingRequest r where r.queuedAt is not null order by r.queuedAt, r.caseNumber")
    List<String> queued();

    /** The latest other claims with one of these invoices. */
    @Query("select distinct c.caseNumber from Claim c join c.lines l where l.invoiceKey in :keys"
            + " and c.caseNumber <> :caseNumber order by c.caseNumber desc")
    List<String> withInvoices(Collection<String> keys, String caseNumber, Limit limit);

    @Query(
            "select distinct r from CoFundingRequest r left join fetch r.lines left join fetch r.claim where r.caseNumber in :caseNumbers")
    List<CoFundingRequest> withLines(Collection<String> caseNumbers);
}
