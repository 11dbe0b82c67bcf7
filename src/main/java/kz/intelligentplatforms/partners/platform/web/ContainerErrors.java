package kz.intelligentplatforms.partners.platform.web;

import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Says in our own form what the container refuses by itself, before any page is asked: an address that it cannot read, a head that
 * is too long.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // within the framework's own, which says nothing then
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

    private final ErrorAnswers answers;

    ContainerErrors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report(answers)));
    }

    private static final class Report extends ErrorReportValve {

        private final ErrorAnswers answers;

        Report(ErrorAnswers answers) {
            this.answers = answers;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable error) {
            if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            var status = Optional.ofNullable(HttpStatus.resolve(response.getStatus()));
            try {
                answers.write(request, response, status.orElse(HttpStatus.BAD_REQUEST));
                response.finishResponse();
            } catch (IOException e) {
                LOG.debug("Nobody is there to read why a request was refused", e);
            }
        }
    }
}
