package kz.intelligentplatforms.partners.directory;

import java.util.Locale;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import kz.intelligentplatforms.partners.program.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the directory.
 *
 * @param name part of the company's name, in its own letters or in Latin ones; empty for all
 * @param city the whole name of a city, in whatever case; empty for all
 * @param service with the service status, or without it; null for both
 */
public record ListingQuery(
        Section section,
        String name,
        String city,
        @Nullable Tier tier,
        @Nullable Boolean service) {

    /** The two lists there are. */
    public enum Section {
        PARTNERS("listed"),
        SERVICE_PARTNERS("service_listed");

        final String column;

        Section(String column) {
            this.column = column;
        }
    }

    public ListingQuery {
        name = TypedText.cleanQuery(name);
        city = TypedText.cleanQuery(city);
    }

    /** The whole of a section. */
    public static ListingQuery all(Section section) {
        return new ListingQuery(section, "", "", null, null);
    }

    String cityKey() {
        return city.toLowerCase(Locale.ROOT);
    }

    /** A pattern for {@code like ... escape '\'}. */
    String namePattern() {
        return "%" + name.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
