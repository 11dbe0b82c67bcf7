package kz.intelligentplatforms.partners.partner;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface Memberships extends CrudRepository<Membership, Long> {

    List<Membership> findByPartnerIdOrderByStartsOnDesc(long partnerId);
}
