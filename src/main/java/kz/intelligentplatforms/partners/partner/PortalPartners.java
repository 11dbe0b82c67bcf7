package kz.intelligentplatforms.partners.partner;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The partners a user acts for. What belongs to others does not exist. */
@Component
public class PortalPartners {

    private final PartnerAccounts accounts;
    private final Partners partners;

    PortalPartners(PartnerAccounts accounts, Partners partners) {
        this.accounts = accounts;
        this.partners = partners;
    }

    public List<PartnerView> of(Principal user) {
        return accounts.partnersOf(user.getName()).stream()
                .flatMap(id -> partners.byId(id).stream())
                .toList();
    }

    /** The one with this id, or the first. */
    public PartnerView one(Principal user, @Nullable Long id) {
        return of(user).stream()
                .filter(partner -> id == null || partner.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
