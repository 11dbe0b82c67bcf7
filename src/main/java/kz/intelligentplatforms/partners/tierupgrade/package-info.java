/** Level changes: from the application for a level or the service status, through its checks, to the decision. */
@ApplicationModule(
        allowedDependencies = {
            "casework",
            "partner",
            "directory",
            "documents",
            "cases",
            "notification",
            "program",
            "platform"
        })
@NullMarked
package kz.intelligentplatforms.partners.tierupgrade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
