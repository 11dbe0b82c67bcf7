package kz.intelligentplatforms.partners.purchases.web;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SentBefore;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused.Reason;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections;
import kz.intelligentplatforms.partners.purchases.PurchaseCorrections.Latest;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseKind;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.purchases.PurchasesRefused;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionAction;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionRequest;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionView;
import kz.intelligentplatforms.partners.purchases.correction.PurchaseCorrectionProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where finance asks to void a recorded purchase, or to correct it. */
@Controller
@RequestMapping("/staff/purchases/corrections")
class CorrectionController {

    private static final String PREFIX = "correction.";

    private final PurchaseCorrectionProcess process;
    private final PurchaseCorrections corrections;
    private final PurchaseSearch search;
    private final ViolationTexts flawTexts;
    private final FormErrors errors;
    private final Texts texts;

    CorrectionController(
            PurchaseCorrectionProcess process,
            PurchaseCorrections corrections,
            PurchaseSearch search,
            ViolationTexts flawTexts,
            FormErrors errors,
            Texts texts) {
        this.process = process;
        this.corrections = corrections;
        this.search = search;
        this.flawTexts = flawTexts;
        this.errors = errors;
        this.texts = texts;
    }

    /** A form as it came in. */
    private record Typed(CorrectionRequest request, String submissionKey) {

        static Typed of(MultiValueMap<String, String> fields) {
            return new Typed(FormFields.read(fields, PREFIX, CorrectionRequest.class), SubmissionKeys.of(fields));
        }

        /** As it is recorded, to be changed. */
        static Typed of(Latest latest) {
            var values = latest.values();
            return new Typed(
                    new CorrectionRequest(
                            latest.inForce() ? "" : CorrectionAction.RESTORE.name(),
                            values.documentNumber(),
                            values.kind().name(),
                            Dates.numeric(values.date()),
                            values.amount().toPlainString().replace('.', ','),
                            values.buyer().inWords(),
                            ""),
                    SubmissionKeys.next());
        }

        static Typed nothing() {
            return new Typed(new CorrectionRequest("", "", "", "", "", "", ""), SubmissionKeys.next());
        }

        Typed withNewKey() {
            return new Typed(request, SubmissionKeys.next());
        }
    }

    @GetMapping("/new")
    ModelAndView show(@RequestParam long purchase) {
        var typed = corrections.latest(purchase).map(Typed::of).orElseGet(Typed::nothing);
        return page(purchase, typed, Map.of(), null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView send(@RequestParam long purchase, @RequestParam MultiValueMap<String, String> fields, Principal user) {
        var typed = Typed.of(fields);
        try {
            var errors = violationsOf(purchase, typed.request());
            if (!errors.isEmpty()) {
                return page(purchase, typed, errors, null, HttpStatus.UNPROCESSABLE_ENTITY);
            }
            return SeeOther.at("/staff/cases/"
                    + process.request(purchase, typed.request(), user.getName(), typed.submissionKey()));
        } catch (SubmissionReused reused) {
            var page = page(purchase, typed.withNewKey(), Map.of(), null, HttpStatus.CONFLICT);
            return new SentBefore("/staff/cases/" + reused.earlier(), reused.earlier()).on(page);
        } catch (CorrectionRefused refused) {
            return page(purchase, typed, Map.of(), refused, HttpStatus.CONFLICT);
        } catch (PurchasesRefused refused) {
            // Another purchase of this number has come in since it was looked at.
            return page(purchase, typed, byField(refused), null, HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (PessimisticLockingFailureException e) {
            return page(purchase, typed, Map.of(), null, HttpStatus.CONFLICT)
                    .addObject("refusal", texts.get("purchases.refused.BUSY"));
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/language")
    ModelAndView translate(@RequestParam long purchase, @RequestParam MultiValueMap<String, String> fields) {
        return page(purchase, Typed.of(fields), Map.of(), null, HttpStatus.OK);
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"", "/language"})
    ModelAndView back(@RequestParam(required = false) @Nullable Long purchase) {
        return SeeOther.at(
                purchase == null ? "/staff/purchases" : "/staff/purchases/corrections/new?purchase=" + purchase);
    }

    /** By the names of the fields, in their order in the form. What cannot be corrected at all is left to {@link #send}. */
    private Map<String, String> violationsOf(long purchase, CorrectionRequest request) {
        var found = errors.of(request, PREFIX);
        var action = request.chosen();
        if (action.isEmpty()) {
            found.put(PREFIX + "action", texts.get("correction.action-required"));
        } else if (action.get() != CorrectionAction.VOID) {
            found.putAll(flawsOfValues(purchase, request));
        }
        return found;
    }

    private Map<String, String> flawsOfValues(long purchase, CorrectionRequest request) {
        try {
            process.check(purchase, request);
            return Map.of();
        } catch (PurchasesRefused refused) {
            return byField(refused);
        } catch (CorrectionRefused refused) {
            // The form may have been sent before: that is looked at first.
            return Map.of();
        }
    }

    private Map<String, String> byField(PurchasesRefused refused) {
        var flaws = new LinkedHashMap<String, String>();
        refused.flaws().forEach(flaw -> flaws.putIfAbsent(nameOf(flaw.field()), flawTexts.text(flaw)));
        return flaws;
    }

    private static String nameOf(@Nullable PurchaseField field) {
        if (field == null || field == PurchaseField.DOCUMENT_ID) {
            return PREFIX + PurchaseField.DOCUMENT_NUMBER.property();
        }
        return switch (field) {
            case PARTNER_BIN, PARTNER_COUNTRY, PARTNER_TAX_NUMBER -> PREFIX + "buyer";
            default -> PREFIX + field.property();
        };
    }

    private ModelAndView page(
            long id, Typed typed, Map<String, String> errors, @Nullable CorrectionRefused refused, HttpStatus status) {
        var purchase = search.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var latest = corrections.latest(id);
        var open = process.ofPurchases(List.of(id)).stream()
                .filter(CorrectionView::isOpen)
                .findFirst();
        var refusal = Optional.ofNullable(refused)
                .or(() -> (latest.isEmpty() ? Optional.of(Reason.CHANGED) : open.map(correction -> Reason.OPEN))
                        .map(CorrectionRefused::new));
        return new ModelAndView(
                        "purchases/correction",
                        refusal.isPresent() && status == HttpStatus.OK ? HttpStatus.CONFLICT : status)
                .addObject("purchase", purchase)
                .addObject("latest", latest.orElse(null))
                .addObject("open", open.orElse(null))
                .addObject("form", typed.request())
                .addObject("kinds", PurchaseKind.values())
                .addObject("submissionKey", typed.submissionKey())
                .addObject("maxReason", CorrectionRequest.MAX_REASON)
                .addObject("errors", errors)
                .addObject(
                        "closed",
                        refusal.filter(why -> why.reason() != Reason.NOTHING_CHANGED)
                                .isPresent())
                .addObject("refusal", refusal.map(why -> why.text(texts)).orElse(null));
    }
}
