package kz.intelligentplatforms.partners.platform.web;

import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the engine's webapps, for whoever works there. */
@Configuration(proxyBeanMethods = false)
class WebappsNavigation {

    @Bean
    NavigationEntry toTasklist() {
        return new NavigationEntry(10, "/camunda/app/tasklist/default/", "layout.tasks")
                .onlyFor(Stream.concat(Group.TASK_WORKERS.stream(), Stream.of(Group.CAMUNDA_ADMIN))
                        .toList());
    }

    @Bean
    NavigationEntry toCockpit() {
        return new NavigationEntry(70, "/camunda/app/cockpit/default/", "layout.cockpit")
                .onlyFor(List.of(Group.MONITORS, Group.CAMUNDA_ADMIN));
    }
}
