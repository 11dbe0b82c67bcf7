package kz.intelligentplatforms.partners.directory;

import java.util.Objects;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.platform.validation.WebAddress;
import kz.intelligentplatforms.partners.platform.validation.Website;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import org.jspecify.annotations.Nullable;

/** What a partner wants to show in the directory, as typed; the logo comes beside it. */
public record ListingRequest(
        @Prose(max = MAX_ABOUT, required = true) String aboutRu,
        @Prose(max = MAX_ABOUT, required = false) String aboutKk,
        @Prose(max = MAX_ABOUT, required = false) String aboutEn,
        @Website String website) {

    public static final int MAX_ABOUT = 1500;

    public static final ListingRequest EMPTY = new ListingRequest("", "", "", "");

    public ListingRequest {
        aboutRu = clean(aboutRu);
        aboutKk = clean(aboutKk);
        aboutEn = clean(aboutEn);
        website = clean(website);
    }

    /** What is shown now, to be changed. */
    public static ListingRequest of(Listing listing) {
        return of(listing.about(), listing.website());
    }

    static ListingRequest of(PublicText about, @Nullable String website) {
        return new ListingRequest(about.ru(), about.kk(), about.en(), website == null ? "" : website);
    }

    boolean isAs(Listing listing) {
        return about().equals(listing.about()) && Objects.equals(address(), listing.website());
    }

    PublicText about() {
        return new PublicText(aboutRu, aboutKk, aboutEn);
    }

    @Nullable
    String address() {
        return WebAddress.normalise(website).filter(found -> !website.isEmpty()).orElse(null);
    }

    /** Browsers end lines as mail does; paragraphs are apart by one empty line at most. */
    private static String clean(String text) {
        return InputText.cleanLines(text)
                .replace('\t', ' ')
                .replaceAll(" +\n", "\n")
                .replaceAll("\n{3,}", "\n\n");
    }
}
