/** Points: each quarter's calculation is posted ({@code accrual}), the ledger keeps every movement, people adjust points
 * ({@code adjustment}). */
@ApplicationModule(
        allowedDependencies = {"purchases", "casework", "partner", "cases", "notification", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
