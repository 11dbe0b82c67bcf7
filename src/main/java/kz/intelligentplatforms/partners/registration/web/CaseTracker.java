package kz.intelligentplatforms.partners.registration.web;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.CASE_TRACKER;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.ProgressStep;
import kz.intelligentplatforms.partners.platform.security.AccessTokens;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationProgress;
import kz.intelligentplatforms.partners.registration.RegistrationRefused;
import kz.intelligentplatforms.partners.registration.RegistrationRefused.Reason;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.registration.RegistrationView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The applicant's page of a case: where it stands, correction, withdrawal. Whoever has the link is the applicant. */
@Controller
@RequestMapping("/cases/{token}")
class CaseTracker {

    private final AccessTokens tokens;
    private final Cases cases;
    private final PartnerRegistrationProcess process;
    private final FormErrors errors;
    private final ProgramRules rules;
    private final Texts texts;

    CaseTracker(
            AccessTokens tokens,
            Cases cases,
            PartnerRegistrationProcess process,
            FormErrors errors,
            ProgramRules rules,
            Texts texts) {
        this.tokens = tokens;
        this.cases = cases;
        this.process = process;
        this.errors = errors;
        this.rules = rules;
        this.texts = texts;
    }

    /** A case with all that is told about it. */
    record Tracked(String token, CaseView view, RegistrationView registration, List<CaseEventView> history) {

        /** Changes whenever there is something new to see. */
        public String version() {
            return view.stage() + "." + history.size();
        }

        public List<ProgressStep> steps() {
            return RegistrationProgress.of(view);
        }

        public boolean inCorrection() {
            return view.stage().equals("CORRECTION");
        }

        public boolean canBeWithdrawn() {
            return inCorrection() || view.stage().equals("REVIEW");
        }

        /** Registration gives the first level only, and the wish is still alive. */
        public boolean wishesMore() {
            boolean alive = !view.isClosed() || view.stage().equals("REGISTERED");
            return alive && registration.details().wishedTier() != Tier.PRIMARY_RESELLER;
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Locale locale) {
        return withCase(token, tracked -> page(tracked, stored(tracked), Map.of(), HttpStatus.OK, locale));
    }

    /** What the open page asks for again and again; {@code v} is what it shows already. */
    @GetMapping("/status")
    ModelAndView status(@PathVariable String token, @RequestParam(defaultValue = "") String v) {
        return withCase(
                token,
                tracked -> v.equals(tracked.version())
                        ? new ModelAndView((model, request, response) -> response.setStatus(204))
                        : new ModelAndView("registration/case :: status")
                                .addObject("tracked", tracked)
                                .addObject("news", true));
    }

    @PostMapping("/correction")
    ModelAndView correct(@PathVariable String token, @RequestParam MultiValueMap<String, String> typed, Locale locale) {
        return withCase(token, tracked -> correct(tracked, typed, locale));
    }

    private ModelAndView correct(Tracked tracked, MultiValueMap<String, String> typed, Locale locale) {
        if (!tracked.inCorrection()) {
            return refused(tracked, stored(tracked), new RegistrationRefused(Reason.CASE_MOVED_ON), locale);
        }
        var request = typed(tracked, typed);
        var flaws = errors.of(request);
        if (!flaws.isEmpty()) {
            return page(tracked, request, flaws, HttpStatus.UNPROCESSABLE_ENTITY, locale);
        }
        try {
            process.correct(tracked.view().number(), request);
            return SeeOther.at("/cases/" + tracked.token() + "?corrected");
        } catch (RegistrationRefused refused) {
            return withCase(tracked.token(), now -> refused(now, request, refused, locale));
        }
    }

    /** The same correction in another language, with everything that was typed. */
    @PostMapping("/language")
    ModelAndView translate(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> typed, Locale locale) {
        return withCase(token, tracked -> page(tracked, typed(tracked, typed), Map.of(), HttpStatus.OK, locale));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable String token, Locale locale) {
        return withCase(token, tracked -> withdraw(tracked, locale));
    }

    private ModelAndView withdraw(Tracked tracked, Locale locale) {
        try {
            process.withdraw(tracked.view().number());
            return SeeOther.at("/cases/" + tracked.token() + "?withdrawn");
        } catch (RegistrationRefused refused) {
            return withCase(tracked.token(), now -> refused(now, stored(now), refused, locale));
        }
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/correction", "/language", "/withdrawal"})
    ModelAndView back(@PathVariable String token) {
        return withCase(token, tracked -> SeeOther.at("/cases/" + tracked.token()));
    }

    private ModelAndView withCase(String token, Function<Tracked, ModelAndView> answer) {
        return tokens.subjectOf(CASE_TRACKER, token)
                .flatMap(number -> tracked(token, number))
                .map(answer)
                .orElseGet(() -> new ModelAndView("registration/no-case", HttpStatus.NOT_FOUND));
    }

    private Optional<Tracked> tracked(String token, String number) {
        return cases.byNumber(number)
                .flatMap(view -> process.byCaseNumber(number)
                        .map(registration -> new Tracked(token, view, registration, cases.history(number))));
    }

    private static RegistrationRequest stored(Tracked tracked) {
        return tracked.registration().details().toRequest();
    }

    private static RegistrationRequest typed(Tracked tracked, MultiValueMap<String, String> typed) {
        return ApplicationForm.correct(stored(tracked), tracked.registration().returnedFields(), typed);
    }

    private ModelAndView refused(
            Tracked tracked, RegistrationRequest request, RegistrationRefused refused, Locale locale) {
        var text = refused.text(texts);
        var page = page(tracked, request, Map.of(), HttpStatus.CONFLICT, locale);
        return refused.reason() == Reason.CASE_MOVED_ON
                ? page.addObject("refusal", text)
                : page.addObject("errors", Map.of(ApplicationForm.identityField(request), text));
    }

    private ModelAndView page(
            Tracked tracked,
            RegistrationRequest request,
            Map<String, String> errors,
            HttpStatus status,
            Locale locale) {
        return new ModelAndView("registration/case", status)
                .addObject("tracked", tracked)
                .addObject("form", request)
                .addObject("errors", errors)
                .addObject("countries", CountryChoice.in(locale))
                .addObject("rules", rules)
                .addObject("tiers", Tier.values());
    }
}
