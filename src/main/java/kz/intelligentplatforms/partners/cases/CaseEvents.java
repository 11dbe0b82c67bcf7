package kz.intelligentplatforms.partners.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface CaseEvents extends Repository<CaseEvent, Long> {

    CaseEvent save(CaseEvent event);

    List<CaseEvent> findByCaseNumberOrderById(String caseNumber);

    List<CaseEvent> findByCaseNumberInOrderById(Collection<String> caseNumbers);
}
