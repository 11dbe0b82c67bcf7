package kz.intelligentplatforms.partners.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was ever checked of the partners. It is their standing, and the input of every later check; nothing here is changed. */
@Service
@Transactional(readOnly = true)
public class RequirementRecords {

    private final RequirementRecordRows rows;

    RequirementRecords(RequirementRecordRows rows) {
        this.rows = rows;
    }

    /** How a check ended. */
    public enum Verdict {
        CONFIRMED,
        REFUSED
    }

    /**
     * One check.
     *
     * @param evidence what it was judged by, in a few words
     * @param checkedBy the user id of whoever judged
     * @param validUntil the last day on which it holds; nothing where it does not expire
     * @param caseNumber the case it was checked in
     */
    public record Checked(
            Requirement requirement,
            Verdict verdict,
            String evidence,
            String checkedBy,
            Instant checkedAt,
            @Nullable LocalDate validUntil,
            String caseNumber) {

        /** Whether the requirement is met on {@code day}. */
        public boolean isMetOn(LocalDate day) {
            return verdict == Verdict.CONFIRMED && (validUntil == null || !validUntil.isBefore(day));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long partnerId, Checked checked) {
        rows.save(new RequirementRecord(partnerId, checked));
    }

    /** Everything checked of a partner, oldest first. */
    public List<Checked> of(long partnerId) {
        return rows.findByPartnerIdOrderById(partnerId).stream()
                .map(RequirementRecord::view)
                .toList();
    }

    /** The latest check of each requirement that was ever checked. */
    public Map<Requirement, Checked> latestOf(long partnerId) {
        var latest = new EnumMap<Requirement, Checked>(Requirement.class);
        of(partnerId).forEach(checked -> latest.put(checked.requirement(), checked));
        return latest;
    }
}
