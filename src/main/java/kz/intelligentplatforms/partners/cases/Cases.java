package kz.intelligentplatforms.partners.cases;

import java.time.Clock;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.database.Sequences;
import kz.intelligentplatforms.partners.platform.engine.TaskGroups;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Every case of the program: its number, where it stands, and its history, which is the audit log. The processes write it in
 * their own transactions; trackers, portal and staff pages read it.
 */
@Service
public class Cases {

    private final ProgramCases cases;
    private final CaseEvents events;
    private final TaskGroups holders;
    private final Sequences sequences;
    private final Clock clock;
    private final SingletonSupplier<Set<String>> internal;

    Cases(
            ProgramCases cases,
            CaseEvents events,
            TaskGroups holders,
            Sequences sequences,
            ObjectProvider<CasePages> pages,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.holders = holders;
        this.sequences = sequences;
        this.clock = clock;
        // Pages ask facades, and facades ask for cases.
        this.internal = SingletonSupplier.of(() -> Stream.concat(
                        Stream.of(CommonEvent.values()), pages.stream().flatMap(one -> one.kind().events().stream()))
                .filter(CaseEventType::isReasonInternal)
                .map(CaseEventType::name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Opens a case and gives it its number, such as {@code REG-2026-000123}.
     *
     * @param identity the company's identity, under which staff find its cases
     * @param event what opened it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String open(CaseKind kind, String title, String identity, CaseStep step, Actor actor, CaseEventType event) {
        var number = kind.number(Year.now(clock), sequences.next("case_number_seq"));
        cases.save(new ProgramCase(number, kind, title, identity, step, clock.instant()));
        record(number, actor, event, null);
        return number;
    }

    /**
     * Moves a case on.
     *
     * @throws IllegalStateException when the case is closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTo(String number, CaseStep step) {
        find(number).moveTo(step, clock.instant());
    }

    /**
     * Adds a line to the history; what happens after the end of a case belongs there too.
     *
     * @param reason what was said; empty is as good as nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String number, Actor actor, CaseEventType event, @Nullable String reason) {
        events.save(new CaseEvent(number, clock.instant(), actor, event, null, reason));
    }

    /** Adds a line about a part of the case, such as one of its requirements; {@code subject} is the part's message key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOf(String number, String subject, Actor actor, CaseEventType event, @Nullable String reason) {
        events.save(new CaseEvent(number, clock.instant(), actor, event, subject, reason));
    }

    /** The company corrected its name or identity. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rename(String number, String title, String identity) {
        find(number).rename(title, identity);
    }

    /** From now on the partner sees this case on its portal. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assignTo(String number, long partnerId) {
        find(number).belongsTo(partnerId);
    }

    /** The partner who sees this case on its portal; none before the company is one. */
    @Transactional(readOnly = true)
    public Optional<Long> partnerOf(String number) {
        return find(number).partner();
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> byNumber(String number) {
        return cases.findById(number).map(found -> views(List.of(found)).get(0));
    }

    /** A case's history, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseEventView> history(String number) {
        return events.findByCaseNumberOrderById(number).stream()
                .map(event -> event.view(internal.obtain()))
                .toList();
    }

    /** The histories of several cases in one query, by case number. */
    @Transactional(readOnly = true)
    public Map<String, List<CaseEventView>> histories(Collection<String> numbers) {
        return events.findByCaseNumberInOrderById(numbers).stream()
                .collect(Collectors.groupingBy(
                        CaseEvent::caseNumber,
                        Collectors.mapping(event -> event.view(internal.obtain()), Collectors.toList())));
    }

    /** What a partner may see on its portal, newest first. */
    @Transactional(readOnly = true)
    public List<CaseView> ofPartner(long partnerId) {
        return views(cases.findByPartnerIdOrderByOpenedAtDesc(partnerId));
    }

    /** Everything a company ever asked for, for staff, newest first. */
    @Transactional(readOnly = true)
    public List<CaseView> ofIdentity(String identity) {
        return views(cases.findByIdentityOrderByOpenedAtDesc(identity));
    }

    private List<CaseView> views(List<ProgramCase> found) {
        var groups = holders.of(found.stream().map(ProgramCase::getId).toList());
        return found.stream()
                .map(one -> one.view(groups.getOrDefault(one.getId(), Set.of())))
                .toList();
    }

    private ProgramCase find(String number) {
        return cases.findById(number).orElseThrow(() -> new NoSuchElementException("No case " + number));
    }
}
