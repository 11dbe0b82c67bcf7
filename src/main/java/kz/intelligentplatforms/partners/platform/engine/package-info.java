@NullMarked
package kz.intelligentplatforms.partners.platform.engine;

import org.jspecify.annotations.NullMarked;
