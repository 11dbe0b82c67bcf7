package kz.intelligentplatforms.partners.points.web;

import java.security.Principal;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.points.LedgerIntegrity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What the last check of the ledger found, and a button for another. */
@Controller
class IntegrityController {

    private final LedgerIntegrity integrity;
    private final Accounts accounts;

    IntegrityController(LedgerIntegrity integrity, Accounts accounts) {
        this.integrity = integrity;
        this.accounts = accounts;
    }

    @GetMapping("/staff/points/integrity")
    String last(Model model) {
        integrity.last().ifPresent(check -> {
            model.addAttribute("check", check);
            if (check.checkedBy() != null) {
                model.addAttribute("checkedBy", accounts.nameOf(check.checkedBy()));
            }
        });
        return "points/integrity";
    }

    @PostMapping("/staff/points/integrity")
    String check(Principal user) {
        integrity.check(user.getName());
        return "redirect:/staff/points/integrity";
    }
}
