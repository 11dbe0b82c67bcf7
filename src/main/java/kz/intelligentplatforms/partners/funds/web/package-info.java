@NullMarked
package kz.intelligentplatforms.partners.funds.web;

import org.jspecify.annotations.NullMarked;
