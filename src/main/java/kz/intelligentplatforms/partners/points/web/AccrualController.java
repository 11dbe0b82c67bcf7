package kz.intelligentplatforms.partners.points.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.CsvFile;
import kz.intelligentplatforms.partners.platform.web.Downloads;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.accrual.AccrualLine;
import kz.intelligentplatforms.partners.points.accrual.AccrualView;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess.LineOfPartner;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The runs of quarters, and all that each has calculated: what finance reviews. */
@Controller
@RequestMapping("/staff/points/runs")
class AccrualController {

    private final PointsAccrualProcess process;
    private final Accounts accounts;
    private final Texts texts;

    AccrualController(PointsAccrualProcess process, Accounts accounts, Texts texts) {
        this.process = process;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        var runs = process.latest();
        model.addAttribute("runs", runs);
        model.addAttribute("names", namesIn(runs));
        return "points/runs";
    }

    /** @param only {@code remarkable} leaves out the lines nobody has to look at */
    @GetMapping("/{number:ACR-[0-9-]+}")
    String show(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var run = run(number);
        boolean remarkable = only.equals("remarkable");
        var paging = new Paging(Paging.number(page), process.countLines(number, remarkable));
        var lines = process.lines(number, remarkable, paging.number() - 1, Paging.SIZE);
        model.addAttribute("run", run);
        model.addAttribute("names", namesIn(List.of(run)));
        model.addAttribute("remarkable", remarkable);
        model.addAttribute("lines", lines);
        model.addAttribute("partners", process.partnersOf(lines));
        model.addAttribute("paging", paging);
        return "points/run";
    }

    @GetMapping("/{number:ACR-[0-9-]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String number) {
        var run = run(number);
        var file = new CsvFile()
                .row(Stream.of(
                                "partner",
                                "bin",
                                "purchases",
                                "term",
                                "quarter",
                                "previous",
                                "entitlement",
                                "before",
                                "points",
                                "why")
                        .map(column -> texts.get("accrual.line." + column))
                        .toArray());
        process.forEachLine(number, line -> row(file, line));
        return Downloads.of(run.quarter() + " " + number + ".csv", Downloads.CSV, file.bytes());
    }

    private void row(CsvFile file, LineOfPartner of) {
        var line = of.line();
        file.row(
                of.partner().company().name(),
                of.partner().company().identity().taxNumber(),
                line.purchases(),
                line.termTotal(),
                line.quarterTotal(),
                line.previousTotal(),
                line.entitlement(),
                line.postedBefore(),
                line.points(),
                why(line));
    }

    private String why(AccrualLine line) {
        var reasons = new ArrayList<String>();
        if (line.grown()) {
            reasons.add(texts.get("accrual.line.is-grown"));
        }
        if (line.isNegative()) {
            reasons.add(texts.get("accrual.line.is-negative"));
        }
        return String.join(", ", reasons);
    }

    private Map<String, String> namesIn(List<AccrualView> runs) {
        return accounts.namesOf(runs.stream()
                .flatMap(run -> Stream.of(run.startedBy(), run.reviewedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private AccrualView run(String number) {
        return process.byCaseNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
