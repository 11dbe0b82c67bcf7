@NamedInterface("adjustment")
@NullMarked
package kz.intelligentplatforms.partners.points.adjustment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
