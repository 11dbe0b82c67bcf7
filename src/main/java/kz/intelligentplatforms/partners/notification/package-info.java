/** Mail, sent by its own small process so that it goes out after commit and is retried. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package kz.intelligentplatforms.partners.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
