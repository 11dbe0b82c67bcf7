package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.ServletRegistration;
import java.util.Set;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes the webapps' REST interfaces ready when the server starts. The container would do it at the first request, before any filter
 * of ours: for seconds on a busy machine, whatever there is to say.
 */
@Component
class WebappsAtStart implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        // Behind the initializer that registers them.
        factory.addContextCustomizers(context -> context.addServletContainerInitializer(
                (classes, servlets) -> servlets.getServletRegistrations().values().stream()
                        .filter(servlet -> ServletContainer.class.getName().equals(servlet.getClassName()))
                        .map(ServletRegistration.Dynamic.class::cast)
                        .forEach(servlet -> servlet.setLoadOnStartup(1)),
                Set.of()));
    }
}
