package kz.intelligentplatforms.partners.platform.web;

import jakarta.persistence.Embeddable;
import java.util.Locale;

/** A plain text in up to three languages, Russian first; empty where nothing is said. Its holder names the columns. */
@Embeddable
public record PublicText(String ru, String kk, String en) {

    public static final PublicText NONE = new PublicText("", "", "");

    /** The text in the reader's language, in Russian where there is none. */
    public String in(Locale reader) {
        return switch (languageFor(reader)) {
            case "kk" -> kk;
            case "en" -> en;
            default -> ru;
        };
    }

    /** The language of {@link #in}. */
    public String languageFor(Locale reader) {
        var language = reader.getLanguage();
        boolean there = (language.equals("kk") && !kk.isEmpty()) || (language.equals("en") && !en.isEmpty());
        return there ? language : "ru";
    }
}
