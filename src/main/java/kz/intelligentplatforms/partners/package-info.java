@NullMarked
package kz.intelligentplatforms.partners;

import org.jspecify.annotations.NullMarked;
