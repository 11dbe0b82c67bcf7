package kz.intelligentplatforms.partners.directory;

import kz.intelligentplatforms.partners.partner.CompanyName;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import kz.intelligentplatforms.partners.program.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A partner as the directory shows it.
 *
 * @param slug its page's address below {@code /partners/}; never changes
 * @param website absolute, http or https
 * @param logo names the logo's content; null where there is none
 */
public record Listing(
        String slug,
        String name,
        String city,
        Tier tier,
        boolean serviceStatus,
        @Nullable String website,
        PublicText about,
        @Nullable String logo) {

    /** What stands in a logo's place: the first letter of the name, its legal form left out. */
    public String initial() {
        return new CompanyName(name).initial();
    }
}
