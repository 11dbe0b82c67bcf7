package kz.intelligentplatforms.partners.casework.web;

import java.util.List;
import kz.intelligentplatforms.partners.cases.AllCasePages;
import kz.intelligentplatforms.partners.cases.CasePages.StaffPart;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.casework.CaseHistories;
import kz.intelligentplatforms.partners.partner.Partners;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A case, for the vendor's people: what was applied for and all that happened, with names. Linked from the tasks' forms. */
@Controller
class StaffCaseController {

    private final Cases cases;
    private final AllCasePages pages;
    private final Partners partners;
    private final CaseHistories histories;

    StaffCaseController(Cases cases, AllCasePages pages, Partners partners, CaseHistories histories) {
        this.cases = cases;
        this.pages = pages;
        this.partners = partners;
        this.histories = histories;
    }

    @GetMapping("/staff/cases/{number}")
    String show(@PathVariable String number, Authentication reader, Model model) {
        var view = cases.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("view", view);
        model.addAttribute("history", histories.of(List.of(view)).getOrDefault(number, List.of()));
        var part = pages.of(view).staffPart(view, AuthorityUtils.authorityListToSet(reader.getAuthorities()));
        part.ifPresent(shown -> {
            model.addAttribute("part", shown.fragment());
            model.addAllAttributes(shown.model());
        });
        cases.partnerOf(number)
                .or(() -> part.map(StaffPart::partnerId))
                .flatMap(partners::byId)
                .ifPresent(partner -> model.addAttribute("partner", partner));
        return "casework/staff-case";
    }
}
