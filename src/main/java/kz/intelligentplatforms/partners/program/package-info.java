/** The program's words (levels, requirements, benefits, term) and its rules, read from the decision tables. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package kz.intelligentplatforms.partners.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
