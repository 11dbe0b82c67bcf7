@NamedInterface("redemption")
@NullMarked
package kz.intelligentplatforms.partners.points.redemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
