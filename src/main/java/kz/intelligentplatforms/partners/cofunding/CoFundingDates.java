package kz.intelligentplatforms.partners.cofunding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.function.Function;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The moments that a request's own days give, for the timers and due dates of {@code co-funding}; in the form the engine reads. */
@Component
@Transactional(readOnly = true)
public class CoFundingDates {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final CoFundingRequests requests;
    private final ProgramSettings settings;
    private final CoFundingSettings terms;
    private final Clock clock;

    CoFundingDates(CoFundingRequests requests, ProgramSettings settings, CoFundingSettings terms, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.terms = terms;
        this.clock = clock;
    }

    /** When the activity's last day is over. */
    public String afterEvent(String caseNumber) {
        return text(caseNumber, request -> startOf(request.endsOn().plusDays(1)));
    }

    /** The end of the last day for a claim. */
    public String claimDue(String caseNumber) {
        return text(caseNumber, request -> endOf(claimDueOn(request)));
    }

    /** When the partner is first reminded of its claim; never in the past, but then after the claim's term, which is never. */
    public String firstProofReminder(String caseNumber) {
        return reminder(caseNumber, terms.firstReminder());
    }

    /** When the partner is reminded of its claim for the last time. */
    public String lastProofReminder(String caseNumber) {
        return reminder(caseNumber, terms.lastReminder());
    }

    private String reminder(String caseNumber, int daysBefore) {
        return text(caseNumber, request -> {
            var due = endOf(claimDueOn(request));
            var reminder = startOf(claimDueOn(request).minusDays(daysBefore));
            return reminder.isAfter(clock.instant()) ? reminder : due.plusSeconds(60);
        });
    }

    /** When marketing looks again at a request that waits for money: after a while, but while it can still be approved. */
    public String queueEnd(String caseNumber) {
        return text(caseNumber, request -> {
            var whileOver = clock.instant().plus(queueTime());
            var latest = latestQueueEnd(request);
            return latest.isBefore(whileOver) ? latest : whileOver;
        });
    }

    /** Whether the term of a claim may be extended once, until this day. */
    boolean mayExtend(CoFundingView request, LocalDate until) {
        return until.isAfter(claimDueOn(request)) && !until.isAfter(lastExtension(request));
    }

    /** The last day until when it may. */
    public LocalDate lastExtension(CoFundingView request) {
        return claimDueOn(request).plusDays(terms.extension());
    }

    /** Whether there is time to wait for money before the activity begins. */
    boolean mayQueue(CoFundingView request) {
        return latestQueueEnd(request).isAfter(clock.instant());
    }

    private Instant latestQueueEnd(CoFundingView request) {
        return startOf(request.startsOn().minusDays(terms.queueBefore()));
    }

    private Duration queueTime() {
        return Duration.ofDays(terms.queue());
    }

    Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(settings.timeZone()).toInstant();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(settings.timeZone()).toInstant();
    }

    private static LocalDate claimDueOn(CoFundingView request) {
        return Objects.requireNonNull(request.claimDueOn(), request.caseNumber());
    }

    private String text(String caseNumber, Function<CoFundingView, Instant> moment) {
        return moment.apply(requests.findById(caseNumber).orElseThrow().view()).toString();
    }
}
