package kz.intelligentplatforms.partners.points.web;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SentBefore;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRefused;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRefused.Reason;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRequest;
import kz.intelligentplatforms.partners.points.adjustment.PointsAdjustmentProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where the vendor's people ask to adjust a partner's points, or to take an entry back. */
@Controller
@RequestMapping("/staff/points/adjustments")
class AdjustmentController {

    private static final String PREFIX = "adjustment.";

    private final PointsAdjustmentProcess process;
    private final PointsAccounts accounts;
    private final PointsLedger ledger;
    private final Partners partners;
    private final FormErrors errors;
    private final Texts texts;

    AdjustmentController(
            PointsAdjustmentProcess process,
            PointsAccounts accounts,
            PointsLedger ledger,
            Partners partners,
            FormErrors errors,
            Texts texts) {
        this.process = process;
        this.accounts = accounts;
        this.ledger = ledger;
        this.partners = partners;
        this.errors = errors;
        this.texts = texts;
    }

    /**
     * What the adjustment would do.
     *
     * @param after empty as long as no points are typed
     */
    record Effect(String balance, String reserved, String after, boolean belowZero) {}

    /** A form as it came in. */
    private record Typed(AdjustmentRequest request, String submissionKey) {

        static Typed of(MultiValueMap<String, String> fields) {
            return new Typed(FormFields.read(fields, PREFIX, AdjustmentRequest.class), SubmissionKeys.of(fields));
        }

        Typed withNewKey() {
            return new Typed(request, SubmissionKeys.next());
        }
    }

    /** @param reverses the entry that is to be taken back; none where points are typed */
    @GetMapping("/new")
    ModelAndView show(@RequestParam long partner, @RequestParam(required = false) @Nullable Long reverses) {
        var empty = new Typed(new AdjustmentRequest("", ""), SubmissionKeys.next());
        return page(partner, reverses, empty, Map.of(), null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView send(
            @RequestParam long partner,
            @RequestParam(required = false) @Nullable Long reverses,
            @RequestParam MultiValueMap<String, String> fields,
            Principal user) {
        var typed = Typed.of(fields);
        var request = typed.request();
        var errors = violationsOf(request, reverses == null);
        var reversed = entry(partner, reverses);
        if (!errors.isEmpty()) {
            return page(partner, reverses, typed, errors, null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            var number = reversed.isEmpty()
                    ? process.request(partner, request, user.getName(), typed.submissionKey())
                    : process.requestReversal(
                            reversed.get().id(), request.reason(), user.getName(), typed.submissionKey());
            return SeeOther.at("/staff/cases/" + number);
        } catch (SubmissionReused reused) {
            var page = page(partner, reverses, typed.withNewKey(), Map.of(), null, HttpStatus.CONFLICT);
            return new SentBefore("/staff/cases/" + reused.earlier(), reused.earlier()).on(page);
        } catch (AdjustmentRefused refused) {
            return page(partner, reverses, typed, Map.of(), refused, HttpStatus.CONFLICT);
        }
    }

    /** The same form in another language, with everything that was typed. */
    @PostMapping("/language")
    ModelAndView translate(
            @RequestParam long partner,
            @RequestParam(required = false) @Nullable Long reverses,
            @RequestParam MultiValueMap<String, String> fields) {
        return page(partner, reverses, Typed.of(fields), Map.of(), null, HttpStatus.OK);
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"", "/language"})
    ModelAndView back(
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam(required = false) @Nullable Long reverses) {
        if (partner == null) {
            return SeeOther.at("/staff/partners");
        }
        var page = "/staff/points/adjustments/new?partner=" + partner;
        return SeeOther.at(reverses == null ? page : page + "&reverses=" + reverses);
    }

    /** What the page asks for while somebody types. */
    @GetMapping("/effect")
    ModelAndView effect(@RequestParam long partner, @RequestParam(PREFIX + "points") String points) {
        return new ModelAndView("points/adjustment :: effect")
                .addObject("effect", effectOf(partner, InputText.pointsChange(points)));
    }

    private ModelAndView page(
            long partnerId,
            @Nullable Long reverses,
            Typed typed,
            Map<String, String> errors,
            @Nullable AdjustmentRefused refused,
            HttpStatus status) {
        var partner = partners.byId(partnerId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var reversed = entry(partnerId, reverses);
        var refusal = refused == null ? refusalOf(partnerId, reversed) : Optional.of(refused);
        var change = reversed.map(entry -> -entry.points())
                .or(() -> InputText.pointsChange(typed.request().points()));
        return new ModelAndView(
                        "points/adjustment",
                        refusal.isPresent() && status == HttpStatus.OK ? HttpStatus.CONFLICT : status)
                .addObject("partner", partner)
                .addObject("reversed", reversed.orElse(null))
                .addObject(
                        "reversedPoints",
                        reversed.map(entry -> Figures.signed(entry.points())).orElse(""))
                .addObject("effect", effectOf(partnerId, change))
                .addObject("form", typed.request())
                .addObject("submissionKey", typed.submissionKey())
                .addObject("maxReason", AdjustmentRequest.MAX_REASON)
                .addObject("errors", errors)
                .addObject("refusal", refusal.map(why -> why.text(texts)).orElse(null));
    }

    private Optional<AdjustmentRefused> refusalOf(long partnerId, Optional<PointsEntry> reversed) {
        if (!accounts.exists(partnerId)) {
            return Optional.of(new AdjustmentRefused(Reason.NO_ACCOUNT));
        }
        try {
            reversed.ifPresent(entry -> process.reversible(entry.id()));
            return Optional.empty();
        } catch (AdjustmentRefused refused) {
            return Optional.of(refused);
        }
    }

    private Optional<PointsEntry> entry(long partnerId, @Nullable Long id) {
        if (id == null) {
            return Optional.empty();
        }
        var entry = ledger.byId(id)
                .filter(found -> found.partnerId() == partnerId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Optional.of(entry);
    }

    private Effect effectOf(long partnerId, Optional<Long> change) {
        var now = ledger.balanceOf(partnerId);
        var after = change.map(points -> now.balance() + points);
        return new Effect(
                Figures.number(now.balance()),
                now.reserved() == 0 ? "" : Figures.number(now.reserved()),
                after.map(Figures::number).orElse(""),
                after.filter(balance -> balance < 0).isPresent());
    }

    private Map<String, String> violationsOf(AdjustmentRequest request, boolean pointsAreTyped) {
        var flaws = errors.of(request, PREFIX);
        if (!pointsAreTyped) {
            flaws.remove(PREFIX + "points");
        }
        return flaws;
    }
}
