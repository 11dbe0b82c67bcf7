@NullMarked
package db.migration.common;

import org.jspecify.annotations.NullMarked;
