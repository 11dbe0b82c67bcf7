@NullMarked
package kz.intelligentplatforms.partners.platform.web;

import org.jspecify.annotations.NullMarked;
