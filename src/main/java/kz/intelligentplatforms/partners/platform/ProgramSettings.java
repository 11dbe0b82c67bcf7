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
 * The settings under {@code program} in {@code application.yaml} that belong to no module; what each means is said there.
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
        Calendar calendar) {

    /** How long the links in mails live. */
    public record Links(Duration invitation, Duration passwordReset) {}

    /** How long somebody stays signed in at most, however busy, and how long a change of an account may go unnoticed. */
    public record Sessions(Duration absolute, Duration unnoticed) {}

    /** How large a public request may be. */
    public record Limits(DataSize requestSize) {}

    /**
     * What the calendar library does not know of Kazakhstan.
     *
     * @param holidays yearly, {@code MM-dd}
     * @param daysOff working days made free, one year only
     * @param workingDays days off that are worked, one year only
     */
    public record Calendar(List<String> holidays, Set<LocalDate> daysOff, Set<LocalDate> workingDays) {}
}
