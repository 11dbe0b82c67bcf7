@NullMarked
package kz.intelligentplatforms.partners.purchases.web;

import org.jspecify.annotations.NullMarked;
