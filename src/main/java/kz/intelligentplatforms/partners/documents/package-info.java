/** Evidence files: what partners upload, checked by content, and served to its owner and to the staff who need it. */
@ApplicationModule(allowedDependencies = {"partner", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
