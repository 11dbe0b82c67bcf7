package kz.intelligentplatforms.partners.cofunding.web;

import jakarta.validation.Validator;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingDates;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused.Reason;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.Stage;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.platform.web.Dates;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What marketing and the program managers may do with a request beside its tasks: give more time for the claim, or cancel it. */
@Controller
@RequestMapping("/staff/co-funding/requests/{number:COF-[0-9-]+}")
class RequestActionController {

    private static final int MAX_REASON = 2000;

    private static final String UNTIL = "extension.until";
    private static final String REASON = "cancellation.reason";

    private final CoFundingProcess process;
    private final Cases cases;
    private final CoFundingDates deadlines;
    private final Validator validator;
    private final Dates dates;
    private final Texts texts;

    RequestActionController(
            CoFundingProcess process,
            Cases cases,
            CoFundingDates deadlines,
            Validator validator,
            Dates dates,
            Texts texts) {
        this.process = process;
        this.cases = cases;
        this.deadlines = deadlines;
        this.validator = validator;
        this.dates = dates;
        this.texts = texts;
    }

    /** Why, as typed. */
    private record Cancellation(@Prose(max = MAX_REASON) String reason) {

        Cancellation {
            reason = InputText.cleanLines(reason);
        }
    }

    @GetMapping("/extension")
    ModelAndView extension(@PathVariable String number) {
        return extension(number, "", null, HttpStatus.OK);
    }

    @PostMapping("/extension")
    ModelAndView extend(
            @PathVariable String number, @RequestParam(name = UNTIL, defaultValue = "") String until, Principal user) {
        var request = find(number);
        var day = InputText.day(until);
        if (day.isEmpty()) {
            return extension(
                    number, until, texts.get("cofunding.staff.extend.no-day"), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            process.extend(number, day.get(), user.getName());
            return SeeOther.at("/staff/cases/" + number);
        } catch (CoFundingRefused refused) {
            if (refused.reason() == Reason.EXTENSION_OUT_OF_RANGE) {
                return extension(number, until, outOfRange(request), HttpStatus.UNPROCESSABLE_ENTITY);
            }
            return extension(number, until, null, HttpStatus.CONFLICT).addObject("refusal", refused.text(texts));
        }
    }

    @GetMapping("/cancellation")
    ModelAndView cancellation(@PathVariable String number) {
        return cancellation(number, "", null, HttpStatus.OK);
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(
            @PathVariable String number,
            @RequestParam(name = REASON, defaultValue = "") String reason,
            Principal user) {
        find(number);
        var typed = new Cancellation(reason);
        var flaw = validator.validate(typed).stream().findFirst();
        if (flaw.isPresent()) {
            return cancellation(number, reason, flaw.get().getMessage(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            process.cancel(number, typed.reason(), user.getName());
            return SeeOther.at("/staff/cases/" + number);
        } catch (CoFundingRefused refused) {
            return cancellation(number, reason, null, HttpStatus.CONFLICT).addObject("refusal", refused.text(texts));
        }
    }

    private ModelAndView extension(String number, String until, @Nullable String error, HttpStatus status) {
        var request = find(number);
        var page =
                page("cofunding/staff-extension", request, status, UNTIL, error).addObject("until", until);
        if (stageOf(number) != Stage.PROOF || request.claimDueOn() == null) {
            return refused(page, new CoFundingRefused(Reason.CASE_MOVED_ON));
        }
        page.addObject("first", request.claimDueOn().plusDays(1)).addObject("last", deadlines.lastExtension(request));
        return request.extended() ? refused(page, new CoFundingRefused(Reason.EXTENDED_ALREADY)) : page;
    }

    private ModelAndView cancellation(String number, String reason, @Nullable String error, HttpStatus status) {
        var page = page("cofunding/staff-cancellation", find(number), status, REASON, error)
                .addObject("reason", reason)
                .addObject("maxReason", MAX_REASON);
        return stageOf(number).isCancellable() ? page : refused(page, new CoFundingRefused(Reason.CASE_MOVED_ON));
    }

    private static ModelAndView page(
            String name, CoFundingView request, HttpStatus status, String field, @Nullable String error) {
        return new ModelAndView(name, status)
                .addObject("request", request)
                .addObject("errors", error == null ? Map.of() : Map.of(field, error));
    }

    private ModelAndView refused(ModelAndView page, CoFundingRefused refused) {
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("refusal", refused.text(texts));
    }

    private String outOfRange(CoFundingView request) {
        var present = Objects.requireNonNull(request.claimDueOn());
        return texts.get(
                "cofunding.staff.extend.range",
                dates.day(present.plusDays(1)),
                dates.day(deadlines.lastExtension(request)));
    }

    private Stage stageOf(String number) {
        return Stage.valueOf(cases.byNumber(number).orElseThrow().stage());
    }

    private CoFundingView find(String number) {
        return process.byCaseNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
