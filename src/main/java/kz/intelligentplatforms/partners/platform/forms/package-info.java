/** Tasklist's forms: what they ask, what they show, and the door by which Tasklist gets them. */
@NullMarked
package kz.intelligentplatforms.partners.platform.forms;

import org.jspecify.annotations.NullMarked;
