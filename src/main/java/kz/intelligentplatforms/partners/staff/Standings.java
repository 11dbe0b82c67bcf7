package kz.intelligentplatforms.partners.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.partner.RequirementRecords;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Checked;
import kz.intelligentplatforms.partners.partner.RequirementRecords.Verdict;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import org.springframework.stereotype.Component;

/** What was checked of a partner, with the names of who checked, in two queries however much it is. */
@Component
class Standings {

    private final RequirementRecords records;
    private final Accounts accounts;
    private final Clock clock;

    Standings(RequirementRecords records, Accounts accounts, Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param expired it was confirmed, and holds no more */
    record Line(Checked checked, String checkedBy, boolean expired) {}

    /** Newest first. */
    List<Line> of(long partnerId) {
        var today = LocalDate.now(clock);
        var checks = new ArrayList<>(records.of(partnerId));
        Collections.reverse(checks);
        var names = accounts.namesOf(checks.stream().map(Checked::checkedBy).collect(Collectors.toSet()));
        return checks.stream()
                .map(checked -> new Line(
                        checked,
                        names.getOrDefault(checked.checkedBy(), checked.checkedBy()),
                        checked.verdict() == Verdict.CONFIRMED && !checked.isMetOn(today)))
                .toList();
    }
}
