package kz.intelligentplatforms.partners.registration.web;

import java.time.Clock;
import java.time.Year;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRefused;
import kz.intelligentplatforms.partners.registration.RegistrationRefused.Reason;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The application form, for every level. */
@Controller
class RegistrationController {

    private final PartnerRegistrationProcess process;
    private final FormErrors errors;
    private final ProgramRules rules;
    private final Texts texts;
    private final Clock clock;

    RegistrationController(
            PartnerRegistrationProcess process, FormErrors errors, ProgramRules rules, Texts texts, Clock clock) {
        this.process = process;
        this.errors = errors;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/register")
    ModelAndView ask(@RequestParam(defaultValue = "") String tier, Locale locale) {
        var known = Arrays.stream(Tier.values()).map(Tier::name).anyMatch(tier::equals);
        var blank = ApplicationForm.blank(known ? tier : "", locale.getLanguage());
        return page(blank, Evidence.NONE.only(asked()), SubmissionKeys.next(), Map.of(), HttpStatus.OK, locale);
    }

    @PostMapping("/register")
    ModelAndView apply(@RequestParam MultiValueMap<String, String> typed, Locale locale) {
        var request = read(typed);
        var evidence = EvidenceForm.read(typed, asked());
        var key = SubmissionKeys.of(typed);
        var row = typed.getFirst("add");
        if (row != null) {
            return page(request, EvidenceForm.withRow(evidence, row), key, Map.of(), HttpStatus.OK, locale)
                    .addObject("added", row);
        }
        var flaws = errors.of(request);
        if (!flaws.isEmpty()) {
            return page(request, evidence, key, flaws, HttpStatus.UNPROCESSABLE_ENTITY, locale);
        }
        try {
            return SeeOther.at("/cases/" + process.submit(request, key).token() + "?sent");
        } catch (RegistrationRefused refused) {
            var text = refused.text(texts);
            if (refused.reason() == Reason.KEY_REUSED) {
                // Sent once already, then changed: a new key makes sending it again a decision, not an accident.
                return page(request, evidence, SubmissionKeys.next(), Map.of(), HttpStatus.CONFLICT, locale)
                        .addObject("refusal", text);
            }
            var flaw = Map.of(ApplicationForm.identityField(request), text);
            return page(request, evidence, key, flaw, HttpStatus.CONFLICT, locale);
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/register/language")
    ModelAndView translate(@RequestParam MultiValueMap<String, String> typed, Locale locale) {
        return page(
                read(typed),
                EvidenceForm.read(typed, asked()),
                SubmissionKeys.of(typed),
                Map.of(),
                HttpStatus.OK,
                locale);
    }

    @GetMapping("/register/language")
    ModelAndView startOver() {
        return SeeOther.at("/register");
    }

    /** Of the evidence, what the wished level takes. */
    private RegistrationRequest read(MultiValueMap<String, String> typed) {
        var wished = TargetStatus.named(String.valueOf(typed.getFirst("wishedTier")));
        return ApplicationForm.read(typed, wished.map(rules::requirementsOf).orElse(Set.of()));
    }

    /** What any level asks for. */
    private Set<Requirement> asked() {
        var asked = EnumSet.noneOf(Requirement.class);
        for (var tier : Tier.values()) {
            asked.addAll(rules.requirementsOf(tier));
        }
        asked.remove(Requirement.REGISTRATION);
        return asked;
    }

    private ModelAndView page(
            RegistrationRequest request,
            Evidence evidence,
            String key,
            Map<String, String> errors,
            HttpStatus status,
            Locale locale) {
        var year = Year.now(clock);
        return new ModelAndView("registration/register", status)
                .addObject("form", request)
                .addObject("asked", asked())
                .addObject("given", evidence.given())
                .addObject("evidence", evidence)
                .addObject("years", List.of(year.toString(), year.plusYears(1).toString()))
                .addObject("submissionKey", key)
                .addObject("errors", errors)
                .addObject("countries", CountryChoice.in(locale))
                .addObject("rules", rules)
                .addObject("tiers", Tier.values());
    }
}
