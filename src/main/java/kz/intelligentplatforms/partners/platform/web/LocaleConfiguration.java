package kz.intelligentplatforms.partners.platform.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The language of a page: the one chosen with {@code ?lang=}, which the browser remembers, otherwise the browser's own, otherwise
 * Russian. What we do not speak is ignored, wherever it comes from.
 */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration implements WebMvcConfigurer {

    /** The parameter and the cookie. */
    static final String LANGUAGE = "lang";

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver(LANGUAGE) {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return spoken(value).orElse(null);
            }
        };
        resolver.setDefaultLocaleFunction(Languages::preferred);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return spoken(value).orElseThrow(() -> new IllegalArgumentException("Not our language"));
            }
        };
        change.setParamName(LANGUAGE);
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    private static Optional<Locale> spoken(String tag) {
        return Languages.SUPPORTED.stream()
                .filter(ours -> ours.getLanguage().equals(tag))
                .findFirst();
    }
}
