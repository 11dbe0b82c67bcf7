package kz.intelligentplatforms.partners.cofunding.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cofunding.CoFundingDrafts;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingRules;
import kz.intelligentplatforms.partners.documents.DocumentRefused;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.web.KeptForm;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SentBefore;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
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
import org.springframework.web.servlet.ModelAndView;

/** A partner's request for co-funding, new or a draft. A draft is sent once: its id is the key of its submission. */
@Controller
@RequestMapping({"/portal/co-funding/new", "/portal/co-funding/drafts/{draft}"})
class PortalRequestController {

    private final Sheets sheets;
    private final CoFundingProcess process;
    private final CoFundingRules rules;
    private final CoFundingDrafts drafts;
    private final CoFundingFiles files;
    private final PortalViolations flaws;
    private final Texts texts;
    private final Clock clock;

    PortalRequestController(
            Sheets sheets,
            CoFundingProcess process,
            CoFundingRules rules,
            CoFundingDrafts drafts,
            CoFundingFiles files,
            PortalViolations flaws,
            Texts texts,
            Clock clock) {
        this.sheets = sheets;
        this.process = process;
        this.rules = rules;
        this.drafts = drafts;
        this.files = files;
        this.flaws = flaws;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was typed, with the answer's status. */
    private record Typed(CoFundingRequestForm proposal, String key, Map<String, String> errors, HttpStatus status) {

        static Typed fine(CoFundingRequestForm proposal, String key) {
            return new Typed(proposal, key, Map.of(), HttpStatus.OK);
        }

        static Typed conflict(CoFundingRequestForm proposal, String key) {
            return new Typed(proposal, key, Map.of(), HttpStatus.CONFLICT);
        }
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long partner,
            Principal user) {
        var sheet = sheets.of(draft, partner, user);
        return sheet.sent() == null
                ? page(sheet, Typed.fine(sheets.proposal(sheet), SubmissionKeys.next()))
                : atCase(sheet.sent());
    }

    @PostMapping
    ModelAndView send(
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam MultiValueMap<String, String> typed,
            Principal user) {
        var sheet = sheets.of(draft, partner, user);
        var key = draft == null ? SubmissionKeys.of(typed) : draft;
        var proposal = PortalForms.proposal(typed);
        boolean isSending = !typed.containsKey("add") && !typed.containsKey("save");
        if (sheet.sent() != null && !isSending) {
            return sentBefore(sheet, proposal, sheet.sent());
        }
        if (typed.containsKey("add")) {
            return page(sheet, Typed.fine(proposal.withLine(), key)).addObject("added", true);
        }
        if (typed.containsKey("save")) {
            return keeping(sheet, proposal, key, now -> SeeOther.at(now.page() + "&saved"));
        }
        return send(sheet, proposal.withoutEmptyLines(), key, user);
    }

    private ModelAndView send(Sheet sheet, CoFundingRequestForm proposal, String key, Principal user) {
        var partner = sheet.partner();
        try {
            // Before all else: what was asked for may stand in its own way now, such as by the requests of a year.
            var earlier = process.submitted(partner.id(), proposal, key);
            return earlier.isPresent() ? atCase(earlier.get()) : sendNew(sheet, proposal, key, user);
        } catch (SubmissionReused reused) {
            return sentBefore(sheet, proposal, reused.earlier());
        }
    }

    private ModelAndView sendNew(Sheet sheet, CoFundingRequestForm proposal, String key, Principal user) {
        var partner = sheet.partner();
        var obstacle = rules.obstacle(partner);
        if (obstacle.isPresent()) {
            return refused(sheet, Typed.conflict(proposal, key), new CoFundingRefused(obstacle.get()));
        }
        var wrong = flaws.of(partner, proposal);
        if (!wrong.isEmpty()) {
            return page(sheet, new Typed(proposal, key, wrong, HttpStatus.UNPROCESSABLE_ENTITY));
        }
        try {
            return atCase(process.submit(partner.id(), proposal, key, sheet.draft(), user.getName()));
        } catch (CoFundingRefused refused) {
            return refused(sheet, Typed.conflict(proposal, key), refused);
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/language")
    ModelAndView translate(
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam MultiValueMap<String, String> typed,
            Principal user) {
        var sheet = sheets.of(draft, partner, user);
        var proposal = PortalForms.proposal(typed);
        return sheet.sent() == null
                ? page(sheet, Typed.fine(proposal, SubmissionKeys.of(typed)))
                : sentBefore(sheet, proposal, sheet.sent());
    }

    /** Adds a file. What was typed meanwhile comes with it and is kept as the draft. */
    @PostMapping("/files")
    ModelAndView upload(
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String kept,
            Principal user)
            throws IOException {
        var sheet = sheets.of(draft, partner, user);
        try (var content = file.getInputStream()) {
            return keeping(sheet, typedOrKept(sheet, kept), SubmissionKeys.next(), now -> {
                try {
                    drafts.attach(
                            now.partner().id(),
                            Objects.requireNonNull(now.draft()),
                            String.valueOf(file.getOriginalFilename()),
                            content,
                            user.getName());
                    return SeeOther.at(now.page() + "#files");
                } catch (DocumentRefused refused) {
                    return page(
                                    now,
                                    new Typed(
                                            sheets.proposal(now),
                                            SubmissionKeys.next(),
                                            Map.of(),
                                            HttpStatus.UNPROCESSABLE_ENTITY))
                            .addObject("fileError", refused.text(texts));
                }
            });
        }
    }

    @PostMapping("/files/removal")
    ModelAndView remove(
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam String document,
            @RequestParam(defaultValue = "") String kept,
            Principal user) {
        var sheet = sheets.of(draft, partner, user);
        return keeping(sheet, typedOrKept(sheet, kept), SubmissionKeys.next(), now -> {
            files.detach(now.holder(), document);
            return SeeOther.at(now.page() + "#files");
        });
    }

    @PostMapping("/removal")
    ModelAndView discard(
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long partner,
            Principal user) {
        var sheet = sheets.of(draft, partner, user);
        if (sheet.sent() != null) {
            return atCase(sheet.sent());
        }
        if (sheet.draft() != null) {
            drafts.discard(sheet.partner().id(), sheet.draft());
        }
        return SeeOther.at("/portal/co-funding?partner=" + sheet.partner().id() + "&discarded");
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/language", "/files", "/files/removal", "/removal"})
    ModelAndView back(
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long partner,
            Principal user) {
        return SeeOther.at(sheets.of(draft, partner, user).page());
    }

    /** What comes after the draft is kept. */
    private interface Next {

        ModelAndView with(Sheet sheet);
    }

    private ModelAndView keeping(Sheet sheet, CoFundingRequestForm proposal, String key, Next next) {
        if (sheet.sent() != null) {
            return sentBefore(sheet, proposal, sheet.sent());
        }
        var obstacle = rules.obstacle(sheet.partner());
        if (obstacle.isPresent()) {
            return refused(sheet, Typed.conflict(proposal, key), new CoFundingRefused(obstacle.get()));
        }
        try {
            return next.with(sheets.keep(sheet, proposal));
        } catch (CoFundingRefused refused) {
            return refused(sheet, Typed.conflict(proposal, key), refused);
        }
    }

    private CoFundingRequestForm typedOrKept(Sheet sheet, String packed) {
        var typed = KeptForm.unpack(packed);
        return PortalForms.holdsProposal(typed) ? PortalForms.proposal(typed) : sheets.proposal(sheet);
    }

    /** Of what came too late, nothing was done: it stays on the page, as a new request. */
    private ModelAndView sentBefore(Sheet sheet, CoFundingRequestForm proposal, String number) {
        var page = page(new Sheet(sheet.partner(), null, null), Typed.conflict(proposal, SubmissionKeys.next()));
        return new SentBefore("/portal/co-funding/cases/" + number, number).on(page);
    }

    private static ModelAndView atCase(String number) {
        return SeeOther.at("/portal/co-funding/cases/" + number + "?sent");
    }

    private ModelAndView refused(Sheet sheet, Typed typed, CoFundingRefused refused) {
        return page(sheet, typed).addObject("refusal", refused.text(texts));
    }

    private ModelAndView page(Sheet sheet, Typed typed) {
        return new ModelAndView("cofunding/own-request", typed.status())
                .addObject("sheet", sheet)
                .addObject("partner", sheet.partner())
                .addObject("obstacle", rules.obstacle(sheet.partner()).orElse(null))
                .addObject("terms", rules.termsFor(sheet.partner().tier()))
                .addObject("today", LocalDate.now(clock))
                .addObject("proposal", typed.proposal())
                .addObject("submissionKey", typed.key())
                .addObject("errors", typed.errors())
                .addObject("files", sheet.draft() == null ? List.of() : files.attachments(sheet.holder()));
    }
}
