package kz.intelligentplatforms.partners.platform;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code program} in {@code application.yaml}; what each means is said there.
 *
 * @param baseUrl how links in mails begin, without a slash at the end
 * @param deadlines by name, such as {@code 2wd} (working days) or {@code 7d} (calendar days)
 */
@ConfigurationProperties("program")
public record ProgramSettings(
        URI baseUrl,
        String vendorName,
        ZoneId timeZone,
        String mailFrom,
        @DefaultValue("false") boolean demo,
        Map<String, String> deadlines,
        Links links,
        Limits limits,
        Documents documents,
        Registration registration,
        Calendar calendar) {

    /** How large a request may be that carries an evidence file: the file and the form around it. */
    public DataSize uploadSize() {
        return DataSize.ofBytes(
                documents.maxSize().toBytes() + limits.requestSize().toBytes());
    }

    /** How long the links in mails live. */
    public record Links(Duration invitation, Duration passwordReset) {}

    /** What one address may ask for, and how large a public request and a form on the portal may be. */
    public record Limits(
            int applicationsPerHour, int signInMailsPerHour, DataSize requestSize, DataSize portalFormSize) {}

    /** How large an evidence file may be, and how many may lie together. */
    public record Documents(DataSize maxSize, int perFolder) {}

    public record Registration(Set<String> publicMailDomains) {}

    /**
     * What the calendar library does not know of Kazakhstan.
     *
     * @param holidays yearly, {@code MM-dd}
     * @param daysOff working days made free, one year only
     * @param workingDays days off that are worked, one year only
     */
    public record Calendar(List<String> holidays, Set<LocalDate> daysOff, Set<LocalDate> workingDays) {}
}
