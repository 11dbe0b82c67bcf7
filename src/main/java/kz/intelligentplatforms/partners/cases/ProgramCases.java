package kz.intelligentplatforms.partners.cases;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface ProgramCases extends CrudRepository<ProgramCase, String> {

    List<ProgramCase> findByPartnerIdOrderByOpenedAtDesc(long partnerId);

    List<ProgramCase> findByIdentityOrderByOpenedAtDesc(String identity);
}
