/** Pages for the vendor's people beside Tasklist and Cockpit. */
@ApplicationModule(allowedDependencies = {"casework", "partner", "cases", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
