package kz.intelligentplatforms.partners.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/** What a partner says of itself, plain text in up to three languages; empty where it says nothing. */
@Embeddable
public record PublicText(
        @Column(name = "about_ru") String ru,
        @Column(name = "about_kk") String kk,
        @Column(name = "about_en") String en) {

    static final PublicText NONE = new PublicText("", "", "");

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
