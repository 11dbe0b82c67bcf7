/**
 * Points: purchases come in ({@code purchases}), each quarter's calculation is posted ({@code accrual}), the ledger keeps every
 * movement, people correct purchases ({@code correction}), adjust ({@code adjustment}) and spend ({@code redemption}) points.
 */
@ApplicationModule(allowedDependencies = {"casework", "partner", "cases", "notification", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
