/** Rewards: their catalogue, and partners who spend points on them. */
@ApplicationModule(
        allowedDependencies = {"points", "casework", "partner", "cases", "notification", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.rewards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
