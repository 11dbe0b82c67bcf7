@NullMarked
package kz.intelligentplatforms.partners.platform.security;

import org.jspecify.annotations.NullMarked;
