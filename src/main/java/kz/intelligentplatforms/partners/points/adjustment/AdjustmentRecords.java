package kz.intelligentplatforms.partners.points.adjustment;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AdjustmentRecords extends JpaRepository<PointsAdjustment, String> {

    boolean existsByOpenReversal(long entryId);

    /** Of two who decide at once, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from PointsAdjustment a where a.caseNumber = :caseNumber")
    Optional<PointsAdjustment> lock(String caseNumber);
}
