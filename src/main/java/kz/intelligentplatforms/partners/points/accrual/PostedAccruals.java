package kz.intelligentplatforms.partners.points.accrual;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.stereotype.Component;

/** What earlier runs have posted, which a new run must neither repeat nor leave out. */
@Component
class PostedAccruals {

    private final AccrualRuns runs;
    private final AccrualLines lines;

    PostedAccruals(AccrualRuns runs, AccrualLines lines) {
        this.runs = runs;
        this.lines = lines;
    }

    /** The runs of the quarter that have posted. */
    List<AccrualView> of(Quarter quarter) {
        return posted(List.of(quarter));
    }

    /**
     * The last run of a later quarter of the same term that has posted. It has counted all purchases up to its own end, so that an
     * earlier quarter's run would post what arrived late a second time: the later quarter is run again instead.
     */
    Optional<AccrualView> after(Quarter quarter) {
        var later = Stream.iterate(quarter.next(), Quarter::next)
                .takeWhile(next -> next.year() == quarter.year())
                .toList();
        return posted(later).stream().max(comparing(AccrualView::quarter).thenComparing(AccrualView::caseNumber));
    }

    /** How many purchases of the term before arrived after its last run; nobody but another run of its last quarter counts them. */
    long lateOfTheTermBefore(Quarter quarter) {
        var last = quarter.firstOfYear().previous();
        var quarters =
                Stream.iterate(last.firstOfYear(), Quarter::next).limit(4).toList();
        return posted(quarters).stream().mapToLong(AccrualView::countedTo).max().stream()
                .map(countedTo -> lines.countArrivedAfter(countedTo, last))
                .sum();
    }

    private List<AccrualView> posted(List<Quarter> quarters) {
        return runs
                .findByQuarterInAndStatusIn(
                        quarters.stream().map(Quarter::toString).toList(),
                        List.of(AccrualStatus.TELLING, AccrualStatus.POSTED))
                .stream()
                .map(AccrualRun::view)
                .toList();
    }
}
