package kz.intelligentplatforms.partners.points.accrual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.program.Quarter;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The process {@code points-accrual}: a quarter's points are calculated, reviewed by finance and posted. It begins by itself on the
 * first day after a quarter, or from Tasklist.
 */
@Service
@Transactional(readOnly = true)
public class PointsAccrualProcess {

    public static final CaseKind CASES =
            CaseKind.of("POINTS_ACCRUAL", "ACR", AccrualStage.values(), AccrualEvent.values());

    static final String KEY = "points-accrual";

    private static final int PAGE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(PointsAccrualProcess.class);

    private final AccrualRuns runs;
    private final AccrualLines lines;
    private final AccrualSteps accruals;
    private final RuntimeService runtime;

    PointsAccrualProcess(AccrualRuns runs, AccrualLines lines, AccrualSteps accruals, RuntimeService runtime) {
        this.runs = runs;
        this.lines = lines;
        this.accruals = accruals;
        this.runtime = runtime;
    }

    /**
     * Starts a run of a quarter for somebody whose right to do so has been checked; Tasklist starts runs by itself.
     *
     * @return the case number
     * @throws kz.intelligentplatforms.partners.platform.engine.TaskRefusal when the quarter has not ended, or another run is open
     */
    @Transactional
    public String start(Quarter quarter, String user) {
        var instance = runtime.startProcessInstanceByKey(KEY, Map.of("quarter", quarter.toString(), "startedBy", user));
        return instance.getBusinessKey();
    }

    /**
     * Posts a quarter of the past at once, without review and mails: what was settled before this system was there.
     *
     * @param user who answers for it
     * @throws IllegalStateException when another run is open
     */
    @Transactional
    public void takeOver(Quarter quarter, String user) {
        accruals.openRun().ifPresent(open -> {
            throw new IllegalStateException(open.caseNumber() + " is open");
        });
        var number = accruals.open(quarter, user);
        while (!accruals.calculateNext(number)) {
            LOG.debug("{}: calculating", number);
        }
        accruals.approve(number, user, "");
        if (!accruals.postUnlessChanged(number)) {
            throw new IllegalStateException("Purchases of " + quarter + " arrived meanwhile");
        }
        while (!accruals.postNext(number)) {
            LOG.debug("{}: posting", number);
        }
        accruals.close(number);
    }

    /** The latest runs, the last first. */
    public List<AccrualView> latest() {
        return runs.findTop50ByOrderByCaseNumberDesc().stream()
                .map(AccrualRun::view)
                .toList();
    }

    public Optional<AccrualView> byCaseNumber(String caseNumber) {
        return accruals.byNumber(caseNumber);
    }

    /** A page of what a run has calculated, by partner; {@code page} counts from 0. */
    public List<AccrualLine> lines(String caseNumber, boolean onlyRemarkable, int page, int size) {
        return lines.page(caseNumber, onlyRemarkable, page, size);
    }

    public int countLines(String caseNumber, boolean onlyRemarkable) {
        return lines.count(caseNumber, onlyRemarkable);
    }

    /** The partners of some lines, by id, in one query. */
    public Map<Long, PartnerView> partnersOf(List<AccrualLine> some) {
        return accruals.partnersById(some);
    }

    /** All lines of a run, each with its partner, in a number of queries that grows with the pages only. */
    public void forEachLine(String caseNumber, Consumer<LineOfPartner> reader) {
        for (var some = lines.after(caseNumber, 0, PAGE); !some.isEmpty(); ) {
            var partners = accruals.partnersById(some);
            some.forEach(line -> Optional.ofNullable(partners.get(line.partnerId()))
                    .ifPresent(partner -> reader.accept(new LineOfPartner(line, partner))));
            some = lines.after(caseNumber, some.get(some.size() - 1).partnerId(), PAGE);
        }
    }

    /** What a run calculated for a partner. */
    public record LineOfPartner(AccrualLine line, PartnerView partner) {}
}
