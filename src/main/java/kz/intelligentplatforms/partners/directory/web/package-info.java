@NullMarked
package kz.intelligentplatforms.partners.directory.web;

import org.jspecify.annotations.NullMarked;
