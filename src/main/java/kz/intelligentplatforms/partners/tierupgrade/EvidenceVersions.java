package kz.intelligentplatforms.partners.tierupgrade;

import java.util.List;
import org.springframework.data.repository.Repository;

interface EvidenceVersions extends Repository<EvidenceVersion, Long> {

    EvidenceVersion save(EvidenceVersion version);

    List<EvidenceVersion> findByCaseNumberOrderById(String caseNumber);
}
