/** The partner's shell: program page, sign-in, invitation, home. */
@ApplicationModule(
        allowedDependencies = {
            "cofunding :: funds",
            "registration",
            "partner",
            "points",
            "cases",
            "notification",
            "program",
            "platform"
        })
@NullMarked
package kz.intelligentplatforms.partners.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
