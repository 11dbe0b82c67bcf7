@NamedInterface("purchases")
@NullMarked
package kz.intelligentplatforms.partners.points.purchases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
