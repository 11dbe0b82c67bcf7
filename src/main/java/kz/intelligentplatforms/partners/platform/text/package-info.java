/** The texts of all modules in three languages; order and search of names in Kazakh, Russian and Latin letters, the same on every database. */
@NullMarked
package kz.intelligentplatforms.partners.platform.text;

import org.jspecify.annotations.NullMarked;
