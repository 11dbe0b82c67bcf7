package kz.intelligentplatforms.partners.partner;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface PartnerRecords extends CrudRepository<Partner, Long> {

    boolean existsByCompanyIdentity(TaxIdentity identity);

    List<Partner> findByCompanyIdentity(TaxIdentity identity);

    @Query("select p from Partner p where p.searchText like :pattern")
    Page<Partner> search(String pattern, Pageable page);

    @Query("select p from Partner p where p.nameKey = :nameKey and :nameKey <> '' order by p.id limit 5")
    List<Partner> withSimilarName(String nameKey);

    @Query("select p from Partner p where p.company.phone = :phone order by p.id limit 5")
    List<Partner> withPhone(String phone);

    @Query("select p from Partner p where p.mailDomain = :domain order by p.id limit 5")
    List<Partner> withMailDomain(String domain);
}
