package kz.intelligentplatforms.partners.cofunding;

import org.springframework.boot.context.properties.ConfigurationProperties;

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
@ConfigurationProperties("program.co-funding")
public record CoFundingSettings(
        int firstReminder,
        int lastReminder,
        int returnedClaim,
        int extension,
        int queue,
        int queueBefore,
        int drafts) {}
