/** What may be typed into the public form, field by field. The messages are {@code error.*}. */
@NullMarked
package kz.intelligentplatforms.partners.platform.validation;

import org.jspecify.annotations.NullMarked;
