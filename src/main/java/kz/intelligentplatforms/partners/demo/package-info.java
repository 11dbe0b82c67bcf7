/** Demo accounts, demo data and the demo mailbox of the embedded default; absent everywhere else. */
@ApplicationModule(
        allowedDependencies = {
            "registration",
            "tierupgrade",
            "partner",
            "directory",
            "documents",
            "points",
            "purchases",
            "points :: accrual",
            "points :: adjustment",
            "purchases :: correction",
            "rewards",
            "cofunding",
            "funds",
            "cases",
            "notification",
            "program",
            "platform"
        })
@NullMarked
package kz.intelligentplatforms.partners.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
