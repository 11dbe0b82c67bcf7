package kz.intelligentplatforms.partners.registration;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Applications extends JpaRepository<RegistrationApplication, String> {

    /** Of several who step in at once, the second waits and then sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from RegistrationApplication a where a.caseNumber = :caseNumber")
    Optional<RegistrationApplication> lock(String caseNumber);

    /** The open case that holds an identity. */
    @Query("select a.caseNumber from RegistrationApplication a where a.openIdentity = :identity")
    Optional<String> holderOf(String identity);

    @Query(
            "select a from RegistrationApplication a where a.nameKey = :nameKey and :nameKey <> '' and a.caseNumber <> :caseNumber"
                    + " order by a.caseNumber desc limit 5")
    List<RegistrationApplication> withSimilarName(String nameKey, String caseNumber);

    @Query("select a from RegistrationApplication a where a.company.phone = :phone and a.caseNumber <> :caseNumber"
            + " order by a.caseNumber desc limit 5")
    List<RegistrationApplication> withPhone(String phone, String caseNumber);

    @Query("select a from RegistrationApplication a where a.mailDomain = :domain and a.caseNumber <> :caseNumber"
            + " order by a.caseNumber desc limit 5")
    List<RegistrationApplication> withMailDomain(String domain, String caseNumber);
}
