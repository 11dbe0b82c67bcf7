@NullMarked
package kz.intelligentplatforms.partners.platform.identity;

import org.jspecify.annotations.NullMarked;
