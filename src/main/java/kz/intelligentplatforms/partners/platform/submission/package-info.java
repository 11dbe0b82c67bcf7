@NullMarked
package kz.intelligentplatforms.partners.platform.submission;

import org.jspecify.annotations.NullMarked;
