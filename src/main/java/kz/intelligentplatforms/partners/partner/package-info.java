/** The partner: identity, level, membership, and the people who sign in for it. */
@ApplicationModule(allowedDependencies = {"program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
