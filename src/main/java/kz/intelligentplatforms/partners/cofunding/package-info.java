/** Marketing co-funding: the life of a partner's request for it, from its rules to the payment. */
@ApplicationModule(
        allowedDependencies = {
            "funds",
            "casework",
            "partner",
            "documents",
            "cases",
            "notification",
            "program",
            "platform"
        })
@NullMarked
package kz.intelligentplatforms.partners.cofunding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
