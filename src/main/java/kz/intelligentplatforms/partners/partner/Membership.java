package kz.intelligentplatforms.partners.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.program.MembershipTerm;
import org.jspecify.annotations.Nullable;

/** One term of a partner's membership. */
@Entity
class Membership {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long partnerId;
    private LocalDate startsOn;
    private LocalDate endsOn;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Membership() {}

    Membership(long partnerId, MembershipTerm term) {
        this.partnerId = partnerId;
        this.startsOn = term.startsOn();
        this.endsOn = term.endsOn();
    }

    MembershipTerm term() {
        return new MembershipTerm(startsOn, endsOn);
    }
}
