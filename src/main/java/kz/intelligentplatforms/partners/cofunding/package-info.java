/**
 * Marketing co-funding: the vendor's money ({@code funds}), and the life of a partner's request for it, from its rules to the
 * payment.
 */
@ApplicationModule(
        allowedDependencies = {"casework", "partner", "documents", "cases", "notification", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.cofunding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
