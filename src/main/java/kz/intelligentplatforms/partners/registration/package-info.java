/** Registration: from the public form to a partner with an account. */
@ApplicationModule(
        allowedDependencies = {
            "tierupgrade",
            "casework",
            "partner",
            "points",
            "cases",
            "notification",
            "program",
            "platform"
        })
@NullMarked
package kz.intelligentplatforms.partners.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
