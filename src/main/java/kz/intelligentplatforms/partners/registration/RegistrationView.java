package kz.intelligentplatforms.partners.registration;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands.
 *
 * @param reviewReason the reviewer's words at the last return, or at the rejection
 * @param returnedFields what is to be corrected now; empty when nothing is
 */
public record RegistrationView(
        String caseNumber,
        ApplicationDetails details,
        Instant submittedAt,
        RegistrationStage stage,
        @Nullable String reviewReason,
        Set<ReturnedField> returnedFields) {}
