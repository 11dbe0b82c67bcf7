package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import java.util.Objects;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Forms that carry files. The limit is of the whole request: a file that alone is too large still reaches its page, which can
 * say so beside the field.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    MultipartConfigElement uploads(ProgramSettings settings, List<RequestLimit> limits) {
        var form = settings.limits().requestSize().toBytes();
        long max = form
                + limits.stream()
                        .map(RequestLimit::file)
                        .filter(Objects::nonNull)
                        .mapToLong(DataSize::toBytes)
                        .max()
                        .orElse(0);
        // What is larger than a text goes to a temporary file.
        return new MultipartConfigElement("", max, max, (int) form);
    }
}
