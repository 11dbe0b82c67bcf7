package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.platform.text.SearchKey;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.program.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the directory.
 *
 * @param name part of the company's name, in its own letters, in Russian ones for Kazakh ones, or in Latin ones; empty for all
 * @param city the whole name of a city, in whatever letters; empty for all
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
        name = InputText.cleanQuery(name);
        city = InputText.cleanQuery(city);
    }

    /** The whole of a section. */
    public static ListingQuery all(Section section) {
        return new ListingQuery(section, "", "", null, null);
    }

    /** Whether this city was asked for, however it was typed. */
    public boolean isOf(String oneCity) {
        return SearchKey.of(oneCity).equals(cityKey());
    }

    String cityKey() {
        return SearchKey.of(city);
    }

    /** A pattern for {@code like}. */
    String namePattern() {
        return SearchKey.pattern(name);
    }
}
