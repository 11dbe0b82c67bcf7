@NullMarked
package kz.intelligentplatforms.partners.tierupgrade.web;

import org.jspecify.annotations.NullMarked;
