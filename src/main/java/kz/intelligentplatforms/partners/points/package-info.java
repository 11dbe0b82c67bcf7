/** Points accounts. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package kz.intelligentplatforms.partners.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
