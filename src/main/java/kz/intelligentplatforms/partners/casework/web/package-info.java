@NullMarked
package kz.intelligentplatforms.partners.casework.web;

import org.jspecify.annotations.NullMarked;
