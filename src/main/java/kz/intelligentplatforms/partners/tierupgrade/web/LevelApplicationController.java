package kz.intelligentplatforms.partners.tierupgrade.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.documents.DocumentRefused;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.KeptForm;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SentBefore;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles.Holder;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceForm;
import kz.intelligentplatforms.partners.tierupgrade.LevelDrafts;
import kz.intelligentplatforms.partners.tierupgrade.LevelProgress;
import kz.intelligentplatforms.partners.tierupgrade.LevelProgress.Way;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeRefused;
import org.jspecify.annotations.Nullable;
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

/** A partner's application for a level or the service status: asks for what is not confirmed yet, and keeps a draft. */
@Controller
@RequestMapping("/portal/level/{target:[A-Z_]+}")
class LevelApplicationController {

    private final PortalPartners own;
    private final LevelProgress progress;
    private final LevelDrafts drafts;
    private final EvidenceFiles files;
    private final FormErrors errors;
    private final TierUpgradeProcess process;
    private final Texts texts;
    private final Clock clock;

    LevelApplicationController(
            PortalPartners own,
            LevelProgress progress,
            LevelDrafts drafts,
            EvidenceFiles files,
            FormErrors errors,
            TierUpgradeProcess process,
            Texts texts,
            Clock clock) {
        this.own = own;
        this.progress = progress;
        this.drafts = drafts;
        this.files = files;
        this.errors = errors;
        this.process = process;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a partner applies for. */
    record Wish(PartnerView partner, Way way) {

        TargetStatus target() {
            return way.target();
        }

        Set<Requirement> missing() {
            return way.missing();
        }

        Holder draft() {
            return Holder.draft(partner.id(), target());
        }

        String address() {
            return "/portal/level/" + target() + "?partner=" + partner.id();
        }
    }

    /** What was sent, with the answer's status. */
    private record Typed(Evidence evidence, String key, Map<String, String> errors, HttpStatus status) {

        static Typed fine(Evidence evidence, String key) {
            return new Typed(evidence, key, Map.of(), HttpStatus.OK);
        }
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String target, @RequestParam(required = false) @Nullable Long partner, Principal user) {
        var wish = wish(target, partner, user);
        var page = page(wish, Typed.fine(draft(wish), SubmissionKeys.next()));
        // Nothing was tried yet, so an open application is nothing to complain of.
        return wish.way().obstacle() == null ? page : page.addObject("closed", true);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable String target,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam MultiValueMap<String, String> typed,
            Principal user) {
        var wish = wish(target, partner, user);
        var evidence = EvidenceForm.read(typed, wish.missing());
        var key = SubmissionKeys.of(typed);
        var row = typed.getFirst("add");
        if (row != null) {
            return page(wish, Typed.fine(EvidenceForm.withRow(evidence, row), key))
                    .addObject("added", row);
        }
        if (typed.containsKey("save")) {
            keep(wish, evidence);
            return SeeOther.at(wish.address() + "&saved");
        }
        var wrong = errors.of(evidence, "evidence.");
        if (!wrong.isEmpty()) {
            return page(wish, new Typed(evidence, key, wrong, HttpStatus.UNPROCESSABLE_ENTITY));
        }
        try {
            var number = process.submit(wish.partner().id(), wish.target(), evidence, key, user.getName());
            return SeeOther.at("/portal/level/cases/" + number + "?sent");
        } catch (SubmissionReused reused) {
            return new SentBefore("/portal/level/cases/" + reused.earlier(), reused.earlier())
                    .on(page(wish, Typed.fine(evidence, SubmissionKeys.next())));
        } catch (TierUpgradeRefused refused) {
            return refused(wish, new Typed(evidence, key, Map.of(), HttpStatus.CONFLICT), refused);
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/language")
    ModelAndView translate(
            @PathVariable String target,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam MultiValueMap<String, String> typed,
            Principal user) {
        var wish = wish(target, partner, user);
        return page(wish, Typed.fine(EvidenceForm.read(typed, wish.missing()), SubmissionKeys.of(typed)));
    }

    /** Adds a file. What was typed meanwhile comes with it and is kept as the draft. */
    @PostMapping("/files")
    ModelAndView upload(
            @PathVariable String target,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam Requirement requirement,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String kept,
            Principal user)
            throws IOException {
        var wish = wish(target, partner, user);
        keep(wish, kept);
        if (wish.way().obstacle() != null) {
            return refused(
                    wish,
                    new Typed(draft(wish), SubmissionKeys.next(), Map.of(), HttpStatus.CONFLICT),
                    new TierUpgradeRefused(wish.way().obstacle()));
        }
        requireMissing(wish, requirement);
        try (var content = file.getInputStream()) {
            files.add(wish.draft(), requirement, String.valueOf(file.getOriginalFilename()), content, user.getName());
            return SeeOther.at(wish.address() + "&added#part-" + requirement);
        } catch (DocumentRefused refused) {
            return page(wish, new Typed(draft(wish), SubmissionKeys.next(), Map.of(), HttpStatus.UNPROCESSABLE_ENTITY))
                    .addObject("fileErrors", Map.of(requirement, refused.text(texts)));
        }
    }

    @PostMapping("/files/removal")
    ModelAndView remove(
            @PathVariable String target,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam Requirement requirement,
            @RequestParam String document,
            @RequestParam(defaultValue = "") String kept,
            Principal user) {
        var wish = wish(target, partner, user);
        keep(wish, kept);
        files.remove(wish.draft(), requirement, document);
        return SeeOther.at(wish.address() + "#part-" + requirement);
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/language", "/files", "/files/removal"})
    ModelAndView back(
            @PathVariable String target, @RequestParam(required = false) @Nullable Long partner, Principal user) {
        return SeeOther.at(wish(target, partner, user).address());
    }

    private Wish wish(String target, @Nullable Long partner, Principal user) {
        var chosen = own.one(user, partner);
        return TargetStatus.named(target)
                .map(named -> new Wish(chosen, progress.of(chosen.id(), named)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void requireMissing(Wish wish, Requirement requirement) {
        if (!wish.missing().contains(requirement)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Evidence draft(Wish wish) {
        return drafts.of(wish.partner().id(), wish.target())
                .orElse(Evidence.NONE)
                .only(wish.missing());
    }

    private void keep(Wish wish, String packed) {
        var typed = KeptForm.unpack(packed);
        if (EvidenceForm.isIn(typed)) {
            keep(wish, EvidenceForm.read(typed, wish.missing()));
        }
    }

    private void keep(Wish wish, Evidence evidence) {
        if (!drafts.save(wish.partner().id(), wish.target(), evidence)) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
        }
    }

    private ModelAndView refused(Wish wish, Typed typed, TierUpgradeRefused refused) {
        return page(wish, typed).addObject("refusal", refused.text(texts));
    }

    private ModelAndView page(Wish wish, Typed typed) {
        var year = Year.now(clock);
        return new ModelAndView("tierupgrade/application", typed.status())
                .addObject("partner", wish.partner())
                .addObject("way", wish.way())
                .addObject("evidence", typed.evidence())
                .addObject("submissionKey", typed.key())
                .addObject("errors", typed.errors())
                .addObject("fileErrors", Map.of())
                .addObject("files", files.of(wish.draft()))
                .addObject("years", List.of(year.toString(), year.plusYears(1).toString()));
    }
}
