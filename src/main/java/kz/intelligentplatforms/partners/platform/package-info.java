/** What every module stands on: engine, security, identities, clock and calendar, decision tables. Open to all. */
@ApplicationModule(
        type = Type.OPEN,
        allowedDependencies = {})
@NullMarked
package kz.intelligentplatforms.partners.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.ApplicationModule.Type;
