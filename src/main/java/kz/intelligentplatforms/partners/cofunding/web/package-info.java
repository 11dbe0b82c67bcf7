@NullMarked
package kz.intelligentplatforms.partners.cofunding.web;

import org.jspecify.annotations.NullMarked;
