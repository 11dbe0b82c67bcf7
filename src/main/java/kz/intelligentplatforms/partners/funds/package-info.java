/** The vendor's money for co-funding: funds, and the ledger of all that is allocated, reserved, released and paid. */
@ApplicationModule(allowedDependencies = {"partner", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
