@NamedInterface("correction")
@NullMarked
package kz.intelligentplatforms.partners.purchases.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
