package kz.intelligentplatforms.partners.directory;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ListingChanges extends JpaRepository<ListingChange, String> {

    Optional<ListingChange> findByOpenPartner(long partnerId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ListingChange c where c.caseNumber = :caseNumber")
    Optional<ListingChange> lock(String caseNumber);

    /** Of several who step in at once, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ListingChange c where c.openPartner = :partnerId")
    Optional<ListingChange> lockOpenOf(long partnerId);
}
