package kz.intelligentplatforms.partners.partner;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What lists say of partners, in one query however many there are. */
@Component
public class PartnerNames {

    private final Partners partners;

    PartnerNames(Partners partners) {
        this.partners = partners;
    }

    /** A partner's name and number. */
    public record PartnerName(long id, String name, String taxNumber) {

        /** Orders names as people do. */
        public String sortKey() {
            return new CompanyName(name).sortKey();
        }
    }

    /** By id. */
    public Map<Long, PartnerName> of(Collection<Long> ids) {
        return partners.byIds(Set.copyOf(ids)).stream()
                .map(partner -> new PartnerName(
                        partner.id(),
                        partner.company().name(),
                        partner.company().identity().taxNumber()))
                .collect(Collectors.toMap(PartnerName::id, Function.identity()));
    }
}
