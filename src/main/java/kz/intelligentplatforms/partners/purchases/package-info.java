/** What partners bought: the ERP's purchases come in, by API or in files; people void and correct them ({@code correction}). */
@ApplicationModule(allowedDependencies = {"casework", "partner", "cases", "program", "platform"})
@NullMarked
package kz.intelligentplatforms.partners.purchases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
