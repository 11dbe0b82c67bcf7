@NullMarked
package kz.intelligentplatforms.partners.platform.time;

import org.jspecify.annotations.NullMarked;
