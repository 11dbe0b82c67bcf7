/** Pages for the vendor's people beside Tasklist and Cockpit. */
@ApplicationModule(
        allowedDependencies = {
            "registration",
            "tierupgrade",
            "partner",
            "documents",
            "points",
            "points :: redemption",
            "points :: adjustment",
            "points :: correction",
            "cofunding",
            "cofunding :: funds",
            "cases",
            "program",
            "platform"
        })
@NullMarked
package kz.intelligentplatforms.partners.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
