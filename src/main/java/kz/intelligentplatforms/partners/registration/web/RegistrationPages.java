package kz.intelligentplatforms.partners.registration.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRefused;
import kz.intelligentplatforms.partners.registration.RegistrationRefused.Reason;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The application form, for every level. */
@Controller
class RegistrationPages {

    private final PartnerRegistrationProcess process;
    private final ApplicationForm form;
    private final ProgramRules rules;
    private final Texts texts;

    RegistrationPages(PartnerRegistrationProcess process, ApplicationForm form, ProgramRules rules, Texts texts) {
        this.process = process;
        this.form = form;
        this.rules = rules;
        this.texts = texts;
    }

    @GetMapping("/register")
    ModelAndView ask(@RequestParam(defaultValue = "") String tier, Locale locale) {
        var known = Arrays.stream(Tier.values()).map(Tier::name).anyMatch(tier::equals);
        var blank = ApplicationForm.blank(known ? tier : "", locale.getLanguage());
        return page(blank, SubmissionKeys.next(), Map.of(), HttpStatus.OK, locale);
    }

    @PostMapping("/register")
    ModelAndView apply(@RequestParam MultiValueMap<String, String> typed, Locale locale) {
        var request = ApplicationForm.read(typed);
        var key = SubmissionKeys.of(typed);
        var flaws = form.flawsOf(request);
        if (!flaws.isEmpty()) {
            return page(request, key, flaws, HttpStatus.UNPROCESSABLE_ENTITY, locale);
        }
        try {
            return SeeOther.at("/cases/" + process.submit(request, key).token() + "?sent");
        } catch (RegistrationRefused refused) {
            var text = texts.get("registration.refused." + refused.reason());
            if (refused.reason() == Reason.KEY_REUSED) {
                // Sent once already, then changed: a new key makes sending it again a decision, not an accident.
                return page(request, SubmissionKeys.next(), Map.of(), HttpStatus.CONFLICT, locale)
                        .addObject("refusal", text);
            }
            var flaw = Map.of(ApplicationForm.identityField(request), text);
            return page(request, key, flaw, HttpStatus.CONFLICT, locale);
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/register/language")
    ModelAndView translate(@RequestParam MultiValueMap<String, String> typed, Locale locale) {
        return page(ApplicationForm.read(typed), SubmissionKeys.of(typed), Map.of(), HttpStatus.OK, locale);
    }

    @GetMapping("/register/language")
    ModelAndView startOver() {
        return SeeOther.at("/register");
    }

    private ModelAndView page(
            RegistrationRequest request, String key, Map<String, String> errors, HttpStatus status, Locale locale) {
        return new ModelAndView("registration/register", status)
                .addObject("form", request)
                .addObject("submissionKey", key)
                .addObject("errors", errors)
                .addObject("countries", Countries.in(locale))
                .addObject("rules", rules)
                .addObject("tiers", Tier.values());
    }
}
