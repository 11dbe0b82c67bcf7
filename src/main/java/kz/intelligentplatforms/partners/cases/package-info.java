/** A case as people see it: number, stage, whose turn it is, until when, and its append-only history. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package kz.intelligentplatforms.partners.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
