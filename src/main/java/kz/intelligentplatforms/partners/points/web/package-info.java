@NullMarked
package kz.intelligentplatforms.partners.points.web;

import org.jspecify.annotations.NullMarked;
