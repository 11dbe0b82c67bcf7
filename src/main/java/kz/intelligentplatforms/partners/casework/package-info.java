/** What every case does: its people's tasks. */
@ApplicationModule(allowedDependencies = {"cases", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
