/** The public directory: who is in it, what its pages read, and how a partner's own text and logo get there. */
@ApplicationModule(allowedDependencies = {"casework", "partner", "cases", "notification", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
