package kz.intelligentplatforms.partners.cofunding.web;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.cofunding.web.PortalCases.Tracked;
import kz.intelligentplatforms.partners.documents.DocumentRefused;
import kz.intelligentplatforms.partners.platform.web.KeptForm;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
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

/** What a partner claims after its activity, and the files of its request and its claim. */
@Controller
@RequestMapping("/portal/co-funding/cases/{number}")
class PortalClaimController {

    /** The folder of what came with the request; all others are a {@link Proof}. */
    private static final String ATTACHMENTS = "REQUEST";

    private final PortalCases cases;
    private final CoFundingProcess process;
    private final CoFundingFiles files;
    private final PortalViolations flaws;
    private final Texts texts;

    PortalClaimController(
            PortalCases cases, CoFundingProcess process, CoFundingFiles files, PortalViolations flaws, Texts texts) {
        this.cases = cases;
        this.process = process;
        this.files = files;
        this.flaws = flaws;
        this.texts = texts;
    }

    @PostMapping("/claim")
    ModelAndView claim(@PathVariable String number, @RequestParam MultiValueMap<String, String> typed, Principal user) {
        var tracked = cases.tracked(number, user);
        if (tracked.stage() != Stage.PROOF) {
            return cases.refused(number, user, typed, new CoFundingRefused(CoFundingRefused.Reason.CASE_MOVED_ON));
        }
        var claim = PortalForms.claim(typed, tracked.request().lines().size());
        var wrong = flaws.of(tracked.request(), claim, files.proved(tracked.holder()));
        if (!wrong.isEmpty()) {
            return cases.flawed(tracked, typed, wrong);
        }
        try {
            process.claim(number, claim, user.getName());
            return SeeOther.at(tracked.address() + "?done=claimed");
        } catch (CoFundingRefused refused) {
            return cases.refused(number, user, typed, refused);
        }
    }

    /** Adds a file; what was typed meanwhile comes with it. */
    @PostMapping("/files/{folder}")
    ModelAndView upload(
            @PathVariable String number,
            @PathVariable String folder,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String kept,
            Principal user)
            throws IOException {
        var tracked = cases.tracked(number, user);
        var name = String.valueOf(file.getOriginalFilename());
        try (var content = file.getInputStream()) {
            return change(tracked, folder, kept, user, () -> {
                if (folder.equals(ATTACHMENTS)) {
                    files.attach(tracked.holder(), name, content, user.getName());
                } else {
                    files.prove(tracked.holder(), proof(tracked, folder), name, content, user.getName());
                }
            });
        }
    }

    @PostMapping("/files/{folder}/removal")
    ModelAndView remove(
            @PathVariable String number,
            @PathVariable String folder,
            @RequestParam String document,
            @RequestParam(defaultValue = "") String kept,
            Principal user) {
        var tracked = cases.tracked(number, user);
        return change(tracked, folder, kept, user, () -> {
            if (folder.equals(ATTACHMENTS)) {
                files.detach(tracked.holder(), document);
            } else {
                files.withdrawProof(tracked.holder(), proof(tracked, folder), document);
            }
        });
    }

    private ModelAndView change(Tracked tracked, String folder, String kept, Principal user, Runnable change) {
        var number = tracked.view().number();
        var typed = KeptForm.unpack(kept);
        try {
            process.changeFiles(number, folder.equals(ATTACHMENTS) ? Stage.CORRECTION : Stage.PROOF, change);
            return typed.isEmpty()
                    ? SeeOther.at(tracked.address() + "#files-" + folder)
                    : cases.page(tracked, typed).addObject("shown", folder);
        } catch (DocumentRefused refused) {
            return cases.flawed(tracked, typed, Map.of()).addObject("fileErrors", Map.of(folder, refused.text(texts)));
        } catch (CoFundingRefused refused) {
            return cases.refused(number, user, typed, refused);
        }
    }

    /** A proof that this claim takes. */
    private static Proof proof(Tracked tracked, String name) {
        return tracked.request().proofs().stream()
                .filter(proof -> proof.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/claim", "/files/{folder}", "/files/{folder}/removal"})
    ModelAndView back(@PathVariable String number, Principal user) {
        return SeeOther.at(cases.tracked(number, user).address());
    }
}
