package kz.intelligentplatforms.partners.points.accrual;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface AccrualRuns extends CrudRepository<AccrualRun, String> {

    AccrualRun saveAndFlush(AccrualRun run);

    /** The run that is open; at most one. */
    @Query("select r from AccrualRun r where r.openRun is not null")
    Optional<AccrualRun> open();

    List<AccrualRun> findTop50ByOrderByCaseNumberDesc();

    List<AccrualRun> findByQuarterInAndStatusIn(List<String> quarters, List<AccrualStatus> statuses);
}
