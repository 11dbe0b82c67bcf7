@NamedInterface("accrual")
@NullMarked
package kz.intelligentplatforms.partners.points.accrual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
