package kz.intelligentplatforms.partners.directory.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.directory.Directory;
import kz.intelligentplatforms.partners.directory.DirectoryListingProcess;
import kz.intelligentplatforms.partners.directory.ListingChangeView;
import kz.intelligentplatforms.partners.directory.ListingRefused;
import kz.intelligentplatforms.partners.directory.ListingRequest;
import kz.intelligentplatforms.partners.directory.Logo;
import kz.intelligentplatforms.partners.directory.LogoChoice;
import kz.intelligentplatforms.partners.directory.LogoRefused;
import kz.intelligentplatforms.partners.directory.Logos;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The partner's own page in the directory, for the partner to change; and its logo for those who see it before all others. */
@Controller
class ListingController {

    private final PortalPartners ownPartners;
    private final Directory directory;
    private final DirectoryListingProcess process;
    private final Logos logos;
    private final Cases cases;
    private final FormErrors errors;
    private final Texts texts;

    ListingController(
            PortalPartners ownPartners,
            Directory directory,
            DirectoryListingProcess process,
            Logos logos,
            Cases cases,
            FormErrors errors,
            Texts texts) {
        this.ownPartners = ownPartners;
        this.directory = directory;
        this.process = process;
        this.logos = logos;
        this.cases = cases;
        this.errors = errors;
        this.texts = texts;
    }

    /** A form as it came in. */
    private record Typed(ListingRequest request, boolean removeLogo, boolean withFile) {}

    @GetMapping("/portal/directory")
    ModelAndView show(@RequestParam(required = false) @Nullable Long partner, Principal user) {
        var own = ownPartners.of(user);
        if (own.isEmpty()) {
            return SeeOther.at("/portal");
        }
        return page(ownPartners.one(user, partner), own, null, Map.of(), HttpStatus.OK);
    }

    /** @param number the case that is corrected; empty for a new one */
    @PostMapping("/portal/directory")
    ModelAndView send(
            @RequestParam long partner,
            @RequestParam(name = "case", defaultValue = "") String number,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            @RequestParam(defaultValue = "") String removeLogo,
            ListingRequest request,
            Principal user) {
        var own = ownPartners.of(user);
        var acting = ownPartners.one(user, partner);
        var typed = typed(request, removeLogo, logo);
        var errors = this.errors.of(request);
        var choice = choiceOf(typed, logo, errors);
        if (!errors.isEmpty()) {
            return page(acting, own, typed, errors, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            if (number.isEmpty()) {
                process.submit(partner, typed.request(), choice, user.getName());
            } else {
                process.correct(partner, number, typed.request(), choice, user.getName());
            }
            return SeeOther.at("/portal/directory?partner=" + partner + "&sent");
        } catch (ListingRefused refused) {
            return refused(acting, own, typed, refused);
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/portal/directory/language")
    ModelAndView translate(
            @RequestParam long partner,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            @RequestParam(defaultValue = "") String removeLogo,
            ListingRequest request,
            Principal user) {
        var own = ownPartners.of(user);
        return page(ownPartners.one(user, partner), own, typed(request, removeLogo, logo), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/portal/directory/withdrawal")
    ModelAndView withdraw(@RequestParam long partner, Principal user) {
        var own = ownPartners.of(user);
        var acting = ownPartners.one(user, partner);
        try {
            process.withdraw(partner, user.getName());
            return SeeOther.at("/portal/directory?partner=" + partner + "&withdrawn");
        } catch (ListingRefused refused) {
            return refused(acting, own, null, refused);
        }
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/portal/directory/language", "/portal/directory/withdrawal"})
    ModelAndView back() {
        return SeeOther.at("/portal/directory");
    }

    @GetMapping("/portal/directory/logo")
    ResponseEntity<byte[]> ownLogo(@RequestParam long partner, @RequestParam String v, Principal user) {
        return png(logos.ofPartner(ownPartners.one(user, partner).id(), v));
    }

    /** What the reviewer's form links to. */
    @GetMapping("/staff/directory/{number}/logo")
    ResponseEntity<byte[]> wishedLogo(@PathVariable String number) {
        return png(process.byCaseNumber(number)
                .flatMap(change ->
                        Optional.ofNullable(change.logo()).flatMap(logo -> logos.ofPartner(change.partnerId(), logo))));
    }

    private static ResponseEntity<byte[]> png(Optional<byte[]> logo) {
        return logo.map(content ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(content))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView refused(
            PartnerView partner, List<PartnerView> own, @Nullable Typed typed, ListingRefused refused) {
        return page(partner, own, typed, Map.of(), HttpStatus.CONFLICT).addObject("refusal", refused.text(texts));
    }

    private ModelAndView page(
            PartnerView partner,
            List<PartnerView> own,
            @Nullable Typed typed,
            Map<String, String> errors,
            HttpStatus status) {
        var change = process.openOf(partner.id());
        var listing = directory.ofPartner(partner.id());
        var stored = change.map(ListingChangeView::wished)
                .or(() -> listing.map(ListingRequest::of))
                .orElse(ListingRequest.EMPTY);
        var page = new ModelAndView("directory/own", status)
                .addObject("partner", partner)
                .addObject("partners", own)
                .addObject("listing", listing.orElse(null))
                .addObject("change", change.orElse(null))
                .addObject("form", typed == null ? stored : typed.request())
                .addObject(
                        "logo",
                        change.isPresent()
                                ? change.get().logo()
                                : listing.map(shown -> shown.logo()).orElse(null))
                .addObject("removeLogo", typed != null && typed.removeLogo())
                .addObject("fileAgain", typed != null && typed.withFile())
                .addObject("editable", change.isPresent() ? change.get().toCorrect() : listing.isPresent())
                .addObject("maxAbout", ListingRequest.MAX_ABOUT)
                .addObject("errors", errors);
        change.flatMap(open -> cases.byNumber(open.caseNumber())).ifPresent(view -> page.addObject("view", view));
        return page;
    }

    private static Typed typed(ListingRequest request, String removeLogo, @Nullable MultipartFile logo) {
        return new Typed(request, removeLogo.equals("true"), logo != null && !logo.isEmpty());
    }

    private LogoChoice choiceOf(Typed typed, @Nullable MultipartFile file, Map<String, String> errors) {
        if (file == null || file.isEmpty()) {
            return new LogoChoice(null, typed.removeLogo());
        }
        try {
            return new LogoChoice(Logo.of(file.getBytes()), false);
        } catch (LogoRefused refused) {
            errors.put("logo", refused.text(texts));
            return LogoChoice.KEEP;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
