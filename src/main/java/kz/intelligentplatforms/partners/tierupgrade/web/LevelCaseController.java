package kz.intelligentplatforms.partners.tierupgrade.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Year;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.documents.DocumentRefused;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.KeptForm;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceForm;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The partner's page of an application for a level: where it stands, and what it is asked to do about it. */
@Controller
@RequestMapping("/portal/level/cases/{number}")
class LevelCaseController {

    private final PortalPartners own;
    private final Cases cases;
    private final TierUpgradeProcess process;
    private final EvidenceFiles files;
    private final FormErrors errors;
    private final Texts texts;
    private final Clock clock;

    LevelCaseController(
            PortalPartners own,
            Cases cases,
            TierUpgradeProcess process,
            EvidenceFiles files,
            FormErrors errors,
            Texts texts,
            Clock clock) {
        this.own = own;
        this.cases = cases;
        this.process = process;
        this.files = files;
        this.errors = errors;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Principal user) {
        var tracked = tracked(number, user);
        return page(tracked, stored(tracked), HttpStatus.OK);
    }

    /** What the open page asks for again and again; {@code v} is what it shows already. */
    @GetMapping("/status")
    ModelAndView status(@PathVariable String number, @RequestParam(defaultValue = "") String v, Principal user) {
        var tracked = tracked(number, user);
        return v.equals(tracked.version())
                ? new ModelAndView((model, request, response) -> response.setStatus(204))
                : new ModelAndView("tierupgrade/case :: status")
                        .addObject("tracked", tracked)
                        .addObject("news", true);
    }

    /** The page again, in another language or with one more row, with everything that was typed. */
    @PostMapping("/form")
    ModelAndView again(@PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        var tracked = tracked(number, user);
        var evidence = EvidenceForm.read(typed, tracked.awaited());
        var row = typed.getFirst("add");
        return row == null
                ? page(tracked, evidence, HttpStatus.OK)
                : page(tracked, EvidenceForm.withRow(evidence, row), HttpStatus.OK)
                        .addObject("added", row);
    }

    @PostMapping("/parts/{requirement}")
    ModelAndView correct(
            @PathVariable String number,
            @PathVariable Requirement requirement,
            @RequestParam MultiValueMap<String, String> typed,
            Principal user) {
        var tracked = tracked(number, user);
        if (!tracked.awaited().contains(requirement)) {
            return refused(tracked, typed, new TierUpgradeRefused(TierUpgradeRefused.Reason.CASE_MOVED_ON));
        }
        var part = EvidenceForm.read(typed, EnumSet.of(requirement));
        var wrong = errors.of(part, "evidence.");
        if (!wrong.isEmpty()) {
            return page(tracked, EvidenceForm.read(typed, tracked.awaited()), HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("errors", wrong);
        }
        try {
            process.correct(number, requirement, part, user.getName());
        } catch (TierUpgradeRefused refused) {
            return refused(tracked(number, user), typed, refused);
        }
        var now = tracked(number, user);
        var rest = EvidenceForm.read(typed, now.awaited());
        // What is typed in other parts waits to be sent too: it must not get lost.
        return rest.given().isEmpty()
                ? SeeOther.at(now.address() + "?corrected")
                : page(now, rest, HttpStatus.OK).addObject("corrected", true);
    }

    @PostMapping("/parts/JOINT_SALES_PLAN/acceptance")
    ModelAndView accept(
            @PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        var tracked = tracked(number, user);
        try {
            process.acceptPlan(number, user.getName());
            return SeeOther.at(tracked.address() + "?accepted");
        } catch (TierUpgradeRefused refused) {
            return refused(tracked(number, user), typed, refused);
        }
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        var tracked = tracked(number, user);
        try {
            process.withdraw(number, user.getName());
            return SeeOther.at(tracked.address() + "?withdrawn");
        } catch (TierUpgradeRefused refused) {
            return refused(tracked(number, user), typed, refused);
        }
    }

    /** Adds a file; what was typed meanwhile comes with it. */
    @PostMapping("/parts/{requirement}/files")
    ModelAndView upload(
            @PathVariable String number,
            @PathVariable Requirement requirement,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String kept,
            Principal user)
            throws IOException {
        var tracked = tracked(number, user);
        var typed = KeptForm.unpack(kept);
        try (var content = file.getInputStream()) {
            process.changeFiles(
                    number,
                    requirement,
                    () -> files.add(
                            tracked.holder(),
                            requirement,
                            String.valueOf(file.getOriginalFilename()),
                            content,
                            user.getName()));
            return changed(tracked, requirement, typed);
        } catch (DocumentRefused refused) {
            return page(tracked, typedOrStored(tracked, typed), HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("fileErrors", Map.of(requirement, refused.text(texts)));
        } catch (TierUpgradeRefused refused) {
            return refused(tracked(number, user), typed, refused);
        }
    }

    @PostMapping("/parts/{requirement}/files/removal")
    ModelAndView remove(
            @PathVariable String number,
            @PathVariable Requirement requirement,
            @RequestParam String document,
            @RequestParam(defaultValue = "") String kept,
            Principal user) {
        var tracked = tracked(number, user);
        var typed = KeptForm.unpack(kept);
        try {
            process.changeFiles(number, requirement, () -> files.remove(tracked.holder(), requirement, document));
            return changed(tracked, requirement, typed);
        } catch (TierUpgradeRefused refused) {
            return refused(tracked(number, user), typed, refused);
        }
    }

    private ModelAndView changed(TrackedLevel tracked, Requirement requirement, MultiValueMap<String, String> typed) {
        return EvidenceForm.isIn(typed)
                ? page(tracked, EvidenceForm.read(typed, tracked.awaited()), HttpStatus.OK)
                        .addObject("shown", requirement)
                : SeeOther.at(tracked.address() + "#part-" + requirement);
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({
        "/form",
        "/withdrawal",
        "/parts/{requirement}",
        "/parts/{requirement}/acceptance",
        "/parts/{requirement}/files",
        "/parts/{requirement}/files/removal"
    })
    ModelAndView back(@PathVariable String number, Principal user) {
        return SeeOther.at(tracked(number, user).address());
    }

    private TrackedLevel tracked(String number, Principal user) {
        return process.byCaseNumber(number)
                .flatMap(application -> own.of(user).stream()
                        .filter(partner -> partner.id() == application.partnerId())
                        .findFirst()
                        .flatMap(partner -> cases.byNumber(number)
                                .map(view -> new TrackedLevel(partner, view, application, cases.history(number)))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Evidence stored(TrackedLevel tracked) {
        return process.evidenceOf(tracked.view().number()).only(tracked.awaited());
    }

    private Evidence typedOrStored(TrackedLevel tracked, MultiValueMap<String, String> typed) {
        return EvidenceForm.isIn(typed) ? EvidenceForm.read(typed, tracked.awaited()) : stored(tracked);
    }

    private ModelAndView refused(
            TrackedLevel tracked, MultiValueMap<String, String> typed, TierUpgradeRefused refused) {
        return page(tracked, typedOrStored(tracked, typed), HttpStatus.CONFLICT)
                .addObject("refusal", refused.text(texts));
    }

    private ModelAndView page(TrackedLevel tracked, Evidence evidence, HttpStatus status) {
        var year = Year.now(clock);
        var number = tracked.view().number();
        var plans = process.planVersions(number);
        return new ModelAndView("tierupgrade/case", status)
                .addObject("tracked", tracked)
                .addObject("evidence", evidence)
                .addObject("told", process.evidenceOf(number))
                .addObject("errors", Map.of())
                .addObject("fileErrors", Map.of())
                .addObject("files", files.of(tracked.holder()))
                .addObject("plans", plans)
                .addObject(
                        "proposed",
                        !plans.isEmpty() && plans.get(plans.size() - 1).proposed())
                .addObject("years", List.of(year.toString(), year.plusYears(1).toString()));
    }
}
