@NullMarked
package kz.intelligentplatforms.partners.registration.web;

import org.jspecify.annotations.NullMarked;
