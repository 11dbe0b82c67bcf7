package kz.intelligentplatforms.partners.rewards;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RedemptionRecords extends JpaRepository<Redemption, String> {

    List<Redemption> findTop50ByPartnerIdOrderByRequestedAtDescCaseNumberDesc(long partnerId);

    /** Points of rewards that the partner was promised and has not got yet. */
    @Query(
            "select coalesce(sum(r.points), 0) from Redemption r where r.partnerId = :partnerId and r.status = FULFILMENT")
    long promisedTo(long partnerId);

    /** Of an answer and a withdrawal at the same moment, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Redemption r where r.caseNumber = :caseNumber")
    Optional<Redemption> lock(String caseNumber);
}
