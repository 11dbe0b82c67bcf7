/** Demo accounts, demo data and the demo mailbox of the embedded default; absent everywhere else. */
@ApplicationModule(
        allowedDependencies = {
            "registration",
            "tierupgrade",
            "partner",
            "directory",
            "documents",
            "points",
            "points :: purchases",
            "points :: accrual",
            "points :: adjustment",
            "points :: correction",
            "points :: redemption",
            "cofunding",
            "cofunding :: funds",
            "cases",
            "notification",
            "program",
            "platform"
        })
@NullMarked
package kz.intelligentplatforms.partners.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
