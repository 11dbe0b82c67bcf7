package kz.intelligentplatforms.partners.platform;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.validation.DomainName;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code program} in {@code application.yaml}; what each means is said there.
 *
 * @param baseUrl how links in mails begin, without a slash at the end
 * @param takeShipped versions of models that people deployed and this version's are to replace, such as {@code points-rate:5}
 * @param deadlines by name, such as {@code 2wd} (working days) or {@code 7d} (calendar days)
 */
@ConfigurationProperties("program")
public record ProgramSettings(
        URI baseUrl,
        String vendorName,
        ZoneId timeZone,
        String mailFrom,
        @DefaultValue("false") boolean demo,
        @DefaultValue({}) List<String> takeShipped,
        Map<String, String> deadlines,
        Links links,
        Sessions sessions,
        Limits limits,
        Documents documents,
        Registration registration,
        Purchases purchases,
        Points points,
        CoFunding coFunding,
        Calendar calendar) {

    /** How large a request may be that carries an evidence file: the file and the form around it. */
    public DataSize uploadSize() {
        return withForm(documents.maxSize());
    }

    /** How large a request may be that carries a file of purchases: the file and the form around it. */
    public DataSize purchaseUploadSize() {
        return withForm(purchases.maxFile());
    }

    private DataSize withForm(DataSize file) {
        return DataSize.ofBytes(file.toBytes() + limits.requestSize().toBytes());
    }

    /** How long the links in mails live. */
    public record Links(Duration invitation, Duration passwordReset) {}

    /** How long somebody stays signed in at most, however busy, and how long a change of an account may go unnoticed. */
    public record Sessions(Duration absolute, Duration unnoticed) {}

    /** What one address may ask for, and how large a public request and a form on the portal may be. */
    public record Limits(
            int applicationsPerHour, int signInMailsPerHour, DataSize requestSize, DataSize portalFormSize) {}

    /** How large an evidence file may be, and how many may lie together. */
    public record Documents(DataSize maxSize, int perFolder) {}

    /** @param publicMailDomains where an address says nothing of the company; may be written in any letters */
    public record Registration(Set<String> publicMailDomains) {

        public Registration {
            publicMailDomains = publicMailDomains.stream()
                    .map(domain -> DomainName.toAscii(domain).orElse(domain))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * How much the ERP may hand over at once.
     *
     * @param maxRequest of a JSON body
     * @param maxList purchases in one JSON body
     * @param maxFile of a file
     * @param maxRows purchases in one file
     */
    public record Purchases(DataSize maxRequest, int maxList, DataSize maxFile, int maxRows) {}

    /**
     * How points are calculated.
     *
     * @param calculation {@code WHOLE_SUM} or {@code MARGINAL} (program.md, reading 1)
     * @param anomalyGrowth how many times the purchases of the quarter before are remarkable
     * @param chunk partners calculated or posted in one transaction
     */
    public record Points(String calculation, int anomalyGrowth, int chunk) {}

    /**
     * Time and numbers of co-funding; its sums and shares are in {@code co-funding-rules.dmn}.
     *
     * @param firstReminder days before the end of the claim's term; so is {@code lastReminder}
     * @param returnedClaim days that a partner has for a claim that came back, at least
     * @param extension days by which a claim's term may be extended, at most
     * @param queue days that a request waits for money, at most, before marketing looks at it again
     * @param queueBefore days before the activity when that happens at the latest
     * @param drafts that a partner may keep at once
     */
    public record CoFunding(
            int firstReminder,
            int lastReminder,
            int returnedClaim,
            int extension,
            int queue,
            int queueBefore,
            int drafts) {}

    /**
     * What the calendar library does not know of Kazakhstan.
     *
     * @param holidays yearly, {@code MM-dd}
     * @param daysOff working days made free, one year only
     * @param workingDays days off that are worked, one year only
     */
    public record Calendar(List<String> holidays, Set<LocalDate> daysOff, Set<LocalDate> workingDays) {}
}
