package kz.intelligentplatforms.partners.tierupgrade;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TierApplications extends JpaRepository<TierApplication, String> {

    /** Of several who step in at once, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from TierApplication a where a.caseNumber = :caseNumber")
    Optional<TierApplication> lock(String caseNumber);

    @Query("select a from TierApplication a left join fetch a.checks where a.caseNumber = :caseNumber")
    Optional<TierApplication> withChecks(String caseNumber);

    Optional<TierApplication> findByOpenKind(String openKind);

    @Query("select distinct a from TierApplication a left join fetch a.checks where a.partnerId = :partnerId"
            + " and a.openKind is not null")
    List<TierApplication> openOf(long partnerId);
}
