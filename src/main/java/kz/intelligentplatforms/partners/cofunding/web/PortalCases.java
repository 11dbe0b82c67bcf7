package kz.intelligentplatforms.partners.cofunding.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.cases.CaseEventView;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.ProgressStep;
import kz.intelligentplatforms.partners.cofunding.ClaimForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.FileHolder;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.cofunding.CoFundingRules;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.CostLineView;
import kz.intelligentplatforms.partners.cofunding.Payments;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.PortalPartners;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page of a partner's request, from what is known of it and what is typed into its forms. */
@Component
class PortalCases {

    private final PortalPartners own;
    private final Cases cases;
    private final CoFundingProcess process;
    private final CoFundingFiles files;
    private final CoFundingRules rules;
    private final Payments payments;
    private final Texts texts;
    private final ProgramSettings settings;

    PortalCases(
            PortalPartners own,
            Cases cases,
            CoFundingProcess process,
            CoFundingFiles files,
            CoFundingRules rules,
            Payments payments,
            Texts texts,
            ProgramSettings settings) {
        this.own = own;
        this.cases = cases;
        this.process = process;
        this.files = files;
        this.rules = rules;
        this.payments = payments;
        this.texts = texts;
        this.settings = settings;
    }

    /** A request with all that is told about it. */
    record Tracked(PartnerView partner, CaseView view, CoFundingView request, List<CaseEventView> history) {

        public String address() {
            return "/portal/co-funding/cases/" + view.number();
        }

        public Stage stage() {
            return Stage.valueOf(view.stage());
        }

        public List<ProgressStep> steps() {
            return PhaseLine.of(request, stage());
        }

        /** Changes whenever there is something new to see. */
        public String version() {
            return view.stage() + "." + history.size();
        }

        /** It was approved, and money was set aside for it. */
        public boolean isApproved() {
            return request.claimDueOn() != null;
        }

        /** What is made of the lines of the claim is final. */
        public boolean isSettled() {
            return stage() == Stage.SETTLEMENT || stage() == Stage.PAID;
        }

        /** The partner has to answer, or may. */
        public boolean isAwaited() {
            return FORMS.containsValue(stage());
        }

        /** The vendor's words that belong to where it stands; empty where there are none. */
        public String words() {
            boolean past = switch (stage()) {
                case APPROVED, CHANGE -> request.newStartsOn() == null;
                case PROOF -> request.claimed() == null;
                default -> false;
            };
            return past || request.decisionReason() == null ? "" : request.decisionReason();
        }

        /** What marketing accepted of all lines, in KZT. */
        public BigDecimal approvedCosts() {
            return request.sumOf(CostLineView::approved);
        }

        /** What is accepted of all lines of the claim, in KZT. */
        public BigDecimal acceptedCosts() {
            return request.sumOf(CostLineView::accepted);
        }

        /** The day on which it was sent first. */
        LocalDate askedOn(ZoneId zone) {
            return request.submittedAt().atZone(zone).toLocalDate();
        }

        FileHolder holder() {
            return FileHolder.ofCase(partner.id(), view.number());
        }
    }

    /** The long texts that people type into the forms, and the stage whose form has them. */
    private static final Map<String, Stage> FORMS = Map.of(
            "description", Stage.CORRECTION,
            "changeReason", Stage.APPROVED,
            "report", Stage.PROOF,
            "appeal", Stage.APPEAL);

    /** @throws ResponseStatusException 404 when it is none of the user's own */
    Tracked tracked(String number, Principal user) {
        return process.byCaseNumber(number)
                .flatMap(request -> own.of(user).stream()
                        .filter(partner -> partner.id() == request.partnerId())
                        .findFirst()
                        .flatMap(partner -> cases.byNumber(number)
                                .map(view -> new Tracked(partner, view, request, cases.history(number)))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What the request asks for, as typed, or as it is kept. */
    CoFundingRequestForm proposal(Tracked tracked, MultiValueMap<String, String> typed) {
        return PortalForms.holdsProposal(typed)
                ? PortalForms.proposal(typed)
                : CoFundingRequestForm.of(tracked.request());
    }

    /** What is claimed, as typed, or as it was sent before. */
    ClaimForm claim(Tracked tracked, MultiValueMap<String, String> typed) {
        return PortalForms.holdsClaim(typed)
                ? PortalForms.claim(typed, tracked.request().lines().size())
                : ClaimForm.of(tracked.request());
    }

    ModelAndView page(Tracked tracked, MultiValueMap<String, String> typed) {
        return page(tracked, typed, HttpStatus.OK);
    }

    ModelAndView flawed(Tracked tracked, MultiValueMap<String, String> typed, Map<String, String> errors) {
        return page(tracked, typed, HttpStatus.UNPROCESSABLE_ENTITY).addObject("errors", errors);
    }

    /** The page as the case stands now; what cannot be sent any more is shown, so that it is not lost. */
    ModelAndView refused(String number, Principal user, MultiValueMap<String, String> typed, CoFundingRefused refused) {
        var tracked = tracked(number, user);
        return page(tracked, typed, HttpStatus.CONFLICT)
                .addObject("refusal", refused.text(texts))
                .addObject("unsent", unsent(tracked.stage(), typed));
    }

    private static Map<String, String> unsent(Stage stage, MultiValueMap<String, String> typed) {
        var unsent = new LinkedHashMap<String, String>();
        FORMS.forEach((field, form) -> keep(unsent, field, typed, form != stage));
        keep(unsent, "giveUpReason", typed, !stage.isCancellableByPartner());
        return unsent;
    }

    private static void keep(
            Map<String, String> unsent, String field, MultiValueMap<String, String> typed, boolean noForm) {
        var text = InputText.cleanLines(PortalForms.text(typed, field));
        if (noForm && !text.isEmpty()) {
            unsent.put(field, text);
        }
    }

    private ModelAndView page(Tracked tracked, MultiValueMap<String, String> typed, HttpStatus status) {
        var stage = tracked.stage();
        var page = new ModelAndView("cofunding/own-case", status)
                .addObject("tracked", tracked)
                .addObject("request", tracked.request())
                .addObject("stage", stage.name())
                .addObject("typed", typed.toSingleValueMap())
                .addObject("errors", Map.of())
                .addObject("unsent", Map.of())
                .addObject("files", files.attachments(tracked.holder()))
                .addObject("proofs", files.proofs(tracked.holder()))
                .addObject("payment", payments.of(tracked.view().number()).orElse(null));
        if (stage == Stage.CORRECTION) {
            page.addObject("proposal", proposal(tracked, typed))
                    .addObject("askedOn", tracked.askedOn(settings.timeZone()))
                    .addObject("terms", rules.termsFor(tracked.partner().tier()));
        }
        if (stage == Stage.PROOF) {
            page.addObject("claim", claim(tracked, typed));
        }
        return page;
    }
}
