@NullMarked
package kz.intelligentplatforms.partners.platform.database;

import org.jspecify.annotations.NullMarked;
