package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages people are spoken to in: Russian first, then Kazakh and English. */
public final class Languages {

    public static final List<Locale> SUPPORTED =
            List.of(Locale.forLanguageTag("ru"), Locale.forLanguageTag("kk"), Locale.ENGLISH);

    private Languages() {}

    /** The first of the browser's languages that we speak; Russian if it names none of ours. */
    public static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            // Otherwise the container would say it is the server's own.
            return SUPPORTED.get(0);
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted ->
                        SUPPORTED.stream().filter(ours -> ours.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(SUPPORTED.get(0));
    }
}
