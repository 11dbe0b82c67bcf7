/** What all cases have in common that run through a process: how they begin, how people step in, their tasks, and how partners are told. */
@ApplicationModule(allowedDependencies = {"partner", "cases", "notification", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
