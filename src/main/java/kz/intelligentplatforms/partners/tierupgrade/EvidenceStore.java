package kz.intelligentplatforms.partners.tierupgrade;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceVersion.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What companies and the vendor said about requirements. Every version is kept; the latest counts. */
@Component
class EvidenceStore {

    private final EvidenceVersions versions;
    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceStore(EvidenceVersions versions, JdbcClient jdbc, Clock clock) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A version of one part, alone in its {@code evidence}. */
    record Version(Side side, Evidence evidence, @Nullable String note, String writtenBy, Instant writtenAt) {}

    /** Adds a version of every part that is given. */
    void add(String caseNumber, Evidence evidence, Side side, @Nullable String note, String user) {
        for (var requirement : evidence.given()) {
            var part = evidence.only(EnumSet.of(requirement));
            versions.save(new EvidenceVersion(caseNumber, requirement, side, part, note, user, clock.instant()));
            part.certificates().forEach(one -> present(one.certificate().number(), caseNumber));
        }
    }

    /** The latest version of every part. */
    Evidence of(String caseNumber) {
        return versions.findByCaseNumberOrderById(caseNumber).stream()
                .map(EvidenceVersion::body)
                .reduce(Evidence.NONE, Evidence::replacedBy);
    }

    Evidence of(String caseNumber, Requirement requirement) {
        return of(caseNumber).only(Set.of(requirement));
    }

    /** The versions of one part, oldest first. */
    List<Version> versionsOf(String caseNumber, Requirement requirement) {
        return versions.findByCaseNumberOrderById(caseNumber).stream()
                .filter(version -> version.requirement() == requirement)
                .map(version -> new Version(
                        version.side(), version.body(), version.note(), version.writtenBy(), version.writtenAt()))
                .toList();
    }

    /** Numbers, of those in {@code evidence}, that other partners presented too. */
    List<String> presentedByOthers(Evidence evidence, long partnerId) {
        return evidence.certificates().stream()
                .map(one -> one.certificate().number())
                .distinct()
                .filter(number -> jdbc.sql("select count(*) from presented_certificate p"
                                        + " join tier_application a on a.case_number = p.case_number"
                                        + " where p.number_key = ? and a.partner_id <> ?")
                                .params(keyOf(number), partnerId)
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    private void present(String number, String caseNumber) {
        var known = jdbc.sql("select count(*) from presented_certificate where number_key = ? and case_number = ?")
                .params(keyOf(number), caseNumber)
                .query(Long.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into presented_certificate (number_key, case_number) values (?, ?)")
                    .params(keyOf(number), caseNumber)
                    .update();
        }
    }

    /** Numbers are the same however their groups are set apart. */
    private static String keyOf(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
