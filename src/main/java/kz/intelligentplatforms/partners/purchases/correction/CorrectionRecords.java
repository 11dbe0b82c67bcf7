package kz.intelligentplatforms.partners.purchases.correction;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CorrectionRecords extends JpaRepository<PurchaseCorrection, String> {

    boolean existsByOpenPurchase(long purchaseId);

    List<PurchaseCorrection> findByPurchaseIdInOrderByRequestedAt(Collection<Long> purchaseIds);

    /** Of two who decide at once, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from PurchaseCorrection c where c.caseNumber = :caseNumber")
    Optional<PurchaseCorrection> lock(String caseNumber);
}
