package kz.intelligentplatforms.partners.platform.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of all modules: each brings its own bundle {@code messages/<module>.properties}, in Russian, with {@code _kk} and {@code _en}. */
@Configuration(proxyBeanMethods = false)
public class MessageBundles {

    private static final String ALL = "classpath*:messages/*.properties";

    MessageBundles() {}

    @Bean
    MessageSource messageSource() {
        return inAllModules();
    }

    /** The texts by key, whichever module's they are. */
    public static MessageSource inAllModules() {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames(names());
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }

    private static String[] names() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(ALL))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .filter(file -> !file.contains("_"))
                    .map(file -> "messages/" + file.substring(0, file.indexOf('.')))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
