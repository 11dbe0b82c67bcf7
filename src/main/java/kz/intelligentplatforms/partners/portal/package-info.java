/** The partner's shell: program page, sign-in, invitation, home. */
@ApplicationModule(allowedDependencies = {"partner", "cases", "notification", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
