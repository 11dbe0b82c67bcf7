package kz.intelligentplatforms.partners.rewards;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RewardRecords extends JpaRepository<Reward, Long> {

    List<Reward> findByOfferedTrueOrderByPointsAscIdAsc();

    List<Reward> findAllByOrderByOfferedDescPointsAscIdAsc();

    /** Of several who want the last one, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Reward r where r.id = :id")
    Optional<Reward> lock(long id);
}
