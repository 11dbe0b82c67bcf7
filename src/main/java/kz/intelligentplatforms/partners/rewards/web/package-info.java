@NullMarked
package kz.intelligentplatforms.partners.rewards.web;

import org.jspecify.annotations.NullMarked;
