package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.MultipartConfigElement;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forms that carry files. The limit is of the whole request: a file that alone is too large still reaches its page, which can
 * say so beside the field.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    MultipartConfigElement uploads(ProgramSettings settings) {
        long max = Math.max(
                settings.uploadSize().toBytes(), settings.purchaseUploadSize().toBytes());
        // What is larger than a text goes to a temporary file.
        return new MultipartConfigElement(
                "", max, max, (int) settings.limits().requestSize().toBytes());
    }
}
