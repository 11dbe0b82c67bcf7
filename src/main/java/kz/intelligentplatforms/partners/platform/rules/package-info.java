@NullMarked
package kz.intelligentplatforms.partners.platform.rules;

import org.jspecify.annotations.NullMarked;
