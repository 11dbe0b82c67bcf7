package kz.intelligentplatforms.partners.cofunding.web;

import java.security.Principal;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.cofunding.web.PortalCases.Tracked;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import kz.intelligentplatforms.partners.platform.web.KeptForm;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The partner's page of a request: where it stands, and what it may do about it. For the claim see {@link PortalClaimController}. */
@Controller
@RequestMapping("/portal/co-funding/cases/{number}")
class PortalCaseController {

    private final PortalCases cases;
    private final CoFundingProcess process;
    private final PortalViolations flaws;
    private final ProgramSettings settings;

    PortalCaseController(
            PortalCases cases, CoFundingProcess process, PortalViolations flaws, ProgramSettings settings) {
        this.cases = cases;
        this.process = process;
        this.flaws = flaws;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Principal user) {
        return cases.page(cases.tracked(number, user), new LinkedMultiValueMap<>());
    }

    /** What the open page asks for again and again; {@code v} is what it shows already. */
    @GetMapping("/status")
    ModelAndView status(@PathVariable String number, @RequestParam(defaultValue = "") String v, Principal user) {
        var tracked = cases.tracked(number, user);
        return v.equals(tracked.version())
                ? new ModelAndView((model, request, response) -> response.setStatus(204))
                : new ModelAndView("cofunding/own-case :: status")
                        .addObject("tracked", tracked)
                        .addObject("news", true);
    }

    /** The page again, in another language, with everything that was typed. */
    @PostMapping("/form")
    ModelAndView again(@PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        return cases.page(cases.tracked(number, user), typed);
    }

    @PostMapping("/correction")
    ModelAndView correct(
            @PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        var tracked = cases.tracked(number, user);
        if (tracked.stage() != Stage.CORRECTION) {
            return movedOn(number, typed, user);
        }
        var proposal = PortalForms.proposal(typed);
        if (typed.containsKey("add")) {
            return cases.page(tracked, typed)
                    .addObject("proposal", proposal.withLine())
                    .addObject("added", true);
        }
        var sent = proposal.withoutEmptyLines();
        var wrong = flaws.of(tracked.partner(), sent, tracked.askedOn(settings.timeZone()));
        if (!wrong.isEmpty()) {
            return cases.flawed(tracked, typed, wrong).addObject("proposal", sent);
        }
        return step(number, typed, user, "corrected", () -> process.correct(number, sent, user.getName()));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        cases.tracked(number, user);
        return step(number, withKept(typed), user, "withdrawn", () -> process.withdraw(number, user.getName()));
    }

    @PostMapping("/change")
    ModelAndView change(
            @PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        var tracked = cases.tracked(number, user);
        if (tracked.stage() != Stage.APPROVED) {
            return movedOn(number, typed, user);
        }
        var change = FormFields.read(typed, "", PortalViolations.Change.class);
        var wrong = flaws.ofChange(tracked.partner(), change);
        if (!wrong.isEmpty()) {
            return cases.flawed(tracked, typed, wrong);
        }
        return step(
                number,
                typed,
                user,
                "changed",
                () -> process.reportChange(
                        number,
                        InputText.day(change.startsOn()).orElseThrow(),
                        InputText.day(change.endsOn()).orElseThrow(),
                        change.changeReason(),
                        user.getName()));
    }

    @PostMapping("/surrender")
    ModelAndView cancelByPartner(
            @PathVariable String number, @RequestParam MultiValueMap<String, String> small, Principal user) {
        var tracked = cases.tracked(number, user);
        var typed = withKept(small);
        if (!tracked.stage().isCancellableByPartner()) {
            return movedOn(number, typed, user);
        }
        return withWords(
                tracked,
                typed,
                user,
                "giveUpReason",
                "given",
                words -> process.cancelByPartner(number, words, user.getName()));
    }

    @PostMapping("/appeal")
    ModelAndView appeal(
            @PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        var tracked = cases.tracked(number, user);
        if (tracked.stage() != Stage.APPEAL) {
            return movedOn(number, typed, user);
        }
        return withWords(
                tracked, typed, user, "appeal", "appealed", words -> process.appeal(number, words, user.getName()));
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/form", "/correction", "/withdrawal", "/change", "/surrender", "/appeal"})
    ModelAndView back(@PathVariable String number, Principal user) {
        return SeeOther.at(cases.tracked(number, user).address());
    }

    /** A step of the partner that needs a word why. */
    private interface Saying {

        void with(String words);
    }

    private ModelAndView withWords(
            Tracked tracked,
            MultiValueMap<String, String> typed,
            Principal user,
            String field,
            String done,
            Saying step) {
        var words = InputText.cleanLines(PortalForms.text(typed, field));
        var wrong = flaws.ofWords(field, words);
        return wrong.isEmpty()
                ? step(tracked.view().number(), typed, user, done, () -> step.with(words))
                : cases.flawed(tracked, typed, wrong);
    }

    private ModelAndView step(
            String number, MultiValueMap<String, String> typed, Principal user, String done, Runnable step) {
        try {
            step.run();
            return SeeOther.at("/portal/co-funding/cases/" + number + "?done=" + done);
        } catch (CoFundingRefused refused) {
            return cases.refused(number, user, typed, refused);
        }
    }

    private ModelAndView movedOn(String number, MultiValueMap<String, String> typed, Principal user) {
        return cases.refused(number, user, typed, new CoFundingRefused(CoFundingRefused.Reason.CASE_MOVED_ON));
    }

    /** A small form beside a large one brings what is typed there. */
    private static MultiValueMap<String, String> withKept(MultiValueMap<String, String> small) {
        var all = new LinkedMultiValueMap<>(small);
        all.addAll(KeptForm.unpack(PortalForms.text(small, "kept")));
        return all;
    }
}
