@NamedInterface("correction")
@NullMarked
package kz.intelligentplatforms.partners.points.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
