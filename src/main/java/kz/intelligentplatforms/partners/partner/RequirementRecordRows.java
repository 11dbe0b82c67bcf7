package kz.intelligentplatforms.partners.partner;

import java.util.List;
import org.springframework.data.repository.Repository;

interface RequirementRecordRows extends Repository<RequirementRecord, Long> {

    RequirementRecord save(RequirementRecord row);

    List<RequirementRecord> findByPartnerIdOrderById(long partnerId);
}
