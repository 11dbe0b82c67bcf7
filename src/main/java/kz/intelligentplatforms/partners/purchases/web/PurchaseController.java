package kz.intelligentplatforms.partners.purchases.web;

import java.nio.charset.Charset;
import java.security.Principal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.submission.SubmissionReused;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.CsvFile;
import kz.intelligentplatforms.partners.platform.web.Downloads;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.SentBefore;
import kz.intelligentplatforms.partners.platform.web.SubmissionKeys;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.purchases.ImportRefused;
import kz.intelligentplatforms.partners.purchases.ImportRefused.Reason;
import kz.intelligentplatforms.partners.purchases.ImportReport;
import kz.intelligentplatforms.partners.purchases.ImportView;
import kz.intelligentplatforms.partners.purchases.PurchaseImports;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.purchases.PurchaseSettings;
import kz.intelligentplatforms.partners.purchases.SamplePurchases;
import kz.intelligentplatforms.partners.purchases.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Purchases for the people who hand in the ERP's files: the files, and what has been recorded of them. */
@Controller
@RequestMapping("/staff/purchases")
class PurchaseController {

    private static final String ONE = "/imports/{id:[0-9a-f-]{36}}";
    /** So many flaws are on the page; all are in the file to download. */
    private static final int SHOWN_FLAWS = 50;

    private final PurchaseImports imports;
    private final PurchaseSearch search;
    private final SamplePurchases samples;
    private final Accounts accounts;
    private final ViolationTexts flawTexts;
    private final Texts texts;
    private final PurchaseSettings settings;

    PurchaseController(
            PurchaseImports imports,
            PurchaseSearch search,
            SamplePurchases samples,
            Accounts accounts,
            ViolationTexts flawTexts,
            Texts texts,
            PurchaseSettings settings) {
        this.imports = imports;
        this.search = search;
        this.samples = samples;
        this.accounts = accounts;
        this.flawTexts = flawTexts;
        this.texts = texts;
        this.settings = settings;
    }

    /** @param page counts from 1, as people do; what is no page is the first */
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page) {
        return list(q, Paging.number(page) - 1, HttpStatus.OK);
    }

    private ModelAndView list(String q, int page, HttpStatus status) {
        var recent = imports.recent();
        var limits = settings;
        return new ModelAndView("purchases/list", status)
                .addObject("q", InputText.cleanQuery(q))
                .addObject("found", search.recorded(q, page))
                .addObject("unmatchedCount", search.unmatchedCount())
                .addObject("imports", recent)
                .addObject(
                        "names",
                        accounts.namesOf(
                                recent.stream().map(ImportView::uploadedBy).collect(Collectors.toSet())))
                .addObject("newImport", SubmissionKeys.next())
                .addObject("maxBytes", limits.maxFile().toBytes())
                .addObject("maxMegabytes", limits.maxFile().toMegabytes())
                .addObject("maxRows", limits.maxRows());
    }

    @PostMapping("/imports")
    ModelAndView upload(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String submissionKey, Principal user) {
        var id = SubmissionKeys.of(submissionKey);
        try {
            imports.upload(id, String.valueOf(file.getOriginalFilename()), file, file.getSize(), user.getName());
            return SeeOther.at("/staff/purchases/imports/" + id);
        } catch (SubmissionReused reused) {
            var page = list("", 0, HttpStatus.CONFLICT);
            return imports.byId(reused.earlier())
                    .map(earlier ->
                            new SentBefore("/staff/purchases/imports/" + earlier.id(), earlier.fileName()).on(page))
                    .orElseGet(() -> page.addObject("fileError", new ImportRefused(Reason.GONE).text(texts)));
        } catch (ImportRefused refused) {
            return list("", 0, HttpStatus.UNPROCESSABLE_ENTITY).addObject("fileError", refused.text(texts));
        }
    }

    @GetMapping("/imports")
    ModelAndView back() {
        return SeeOther.at("/staff/purchases");
    }

    @GetMapping(ONE)
    ModelAndView show(@PathVariable String id) {
        return page(id, HttpStatus.OK, null);
    }

    @PostMapping(ONE + "/record")
    ModelAndView record(@PathVariable String id, Principal user) {
        try {
            imports.record(id, user.getName());
            return SeeOther.at("/staff/purchases/imports/" + id + "?recorded");
        } catch (ImportRefused refused) {
            return refused(id, refused);
        } catch (PessimisticLockingFailureException e) {
            return refused(id, new ImportRefused(Reason.BUSY));
        }
    }

    @PostMapping(ONE + "/discard")
    ModelAndView discard(@PathVariable String id) {
        try {
            imports.discard(id);
            return SeeOther.at("/staff/purchases?discarded");
        } catch (ImportRefused refused) {
            return refused(id, refused);
        }
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({ONE + "/record", ONE + "/discard"})
    ModelAndView back(@PathVariable String id) {
        return SeeOther.at("/staff/purchases/imports/" + id);
    }

    /** What the open page asks for again and again while the server reads the file. */
    @GetMapping(ONE + "/progress")
    @ResponseBody
    Progress progress(@PathVariable String id) {
        return new Progress(imports.progressOf(id));
    }

    /** @param done from 0 to 1; null where the file is not being read */
    record Progress(@Nullable Double done) {
        Progress(OptionalDouble done) {
            this(done.isPresent() ? done.getAsDouble() : null);
        }
    }

    @GetMapping(ONE + "/errors.csv")
    ResponseEntity<byte[]> flaws(@PathVariable String id) {
        return csv("errors.csv", report(id).flaws());
    }

    /** What counts for nobody, to be looked into. */
    @GetMapping(ONE + "/notes.csv")
    ResponseEntity<byte[]> notes(@PathVariable String id) {
        return csv("notes.csv", report(id).notes());
    }

    private ResponseEntity<byte[]> csv(String name, List<Violation> flaws) {
        var file = new CsvFile()
                .row(Stream.of("line", "column", "field", "value", "text")
                        .map(column -> texts.get("purchases.flaws." + column))
                        .toArray());
        flaws.forEach(flaw -> file.row(
                flaw.line() == 0 ? "" : flaw.line(),
                flaw.column() == 0 ? "" : flaw.column(),
                flawTexts.field(flaw),
                flaw.value(),
                flawTexts.text(flaw)));
        return Downloads.of(name, Downloads.CSV, file.bytes());
    }

    @GetMapping("/samples/purchases.csv")
    ResponseEntity<byte[]> csvSample() {
        return Downloads.of("purchases.csv", Downloads.CSV, samples.csv());
    }

    @GetMapping("/samples/commerceml.xml")
    ResponseEntity<byte[]> xmlSample() {
        return Downloads.of(
                "commerceml.xml",
                new MediaType("application", "xml", Charset.forName("windows-1251")),
                samples.commerceMl());
    }

    private ModelAndView refused(String id, ImportRefused refused) {
        return refused.reason() == Reason.GONE
                ? list("", 0, HttpStatus.CONFLICT).addObject("refusal", refused.text(texts))
                : page(id, HttpStatus.CONFLICT, refused.text(texts));
    }

    private ModelAndView page(String id, HttpStatus status, @Nullable String refusal) {
        var file = imports.byId(id).orElseThrow(PurchaseController::notFound);
        var report = report(id);
        return new ModelAndView("purchases/import", status)
                .addObject("file", file)
                .addObject("report", report)
                .addObject("flaws", shown(report.flaws()))
                .addObject("notes", shown(report.notes()))
                .addObject("uploadedBy", accounts.nameOf(file.uploadedBy()))
                .addObject("refusal", refusal);
    }

    private static List<Violation> shown(List<Violation> flaws) {
        return flaws.stream().limit(SHOWN_FLAWS).toList();
    }

    private ImportReport report(String id) {
        return imports.report(id).orElseThrow(PurchaseController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
