package kz.intelligentplatforms.partners.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The settings of {@code application.yaml} as they are shipped, without an application around them. */
public final class ShippedSettings {

    private ShippedSettings() {}

    public static ProgramSettings load() {
        var sources = documents().stream()
                .filter(document -> !document.containsProperty("spring.config.activate.on-profile"))
                .toList();
        var binder = new Binder(
                ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources));
        return binder.bind("program", ProgramSettings.class).get();
    }

    private static List<PropertySource<?>> documents() {
        try {
            return new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped settings with other deadlines. */
    public static ProgramSettings withDeadlines(Map<String, String> deadlines) {
        var shipped = load();
        return with(shipped, deadlines, shipped.calendar());
    }

    /** The shipped settings with another calendar. */
    public static ProgramSettings withCalendar(ProgramSettings.Calendar calendar) {
        var shipped = load();
        return with(shipped, shipped.deadlines(), calendar);
    }

    private static ProgramSettings with(
            ProgramSettings shipped, Map<String, String> deadlines, ProgramSettings.Calendar calendar) {
        return new ProgramSettings(
                shipped.baseUrl(),
                shipped.vendorName(),
                shipped.timeZone(),
                shipped.mailFrom(),
                shipped.demo(),
                shipped.takeShipped(),
                deadlines,
                shipped.links(),
                shipped.sessions(),
                shipped.limits(),
                calendar);
    }
}
