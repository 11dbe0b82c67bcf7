/** What may be typed into the public form, field by field. The messages are {@code error.*}. */
@NullMarked
package kz.intelligentplatforms.partners.registration.validation;

import org.jspecify.annotations.NullMarked;
