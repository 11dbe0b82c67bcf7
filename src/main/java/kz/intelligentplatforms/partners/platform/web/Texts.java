package kz.intelligentplatforms.partners.platform.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The message bundles, in the language of whoever is asking. */
@Component
public class Texts {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    public Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws org.springframework.context.NoSuchMessageException when the bundles know no such key */
    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Likewise, where the bundles may know no such key. */
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(messages.getMessage(key, arguments, null, LocaleContextHolder.getLocale()));
    }

    /** In Russian, whoever is asking: what is kept for the vendor's people to read later. */
    public String russian(String key, Object... arguments) {
        return messages.getMessage(key, arguments, RUSSIAN);
    }

    /** In the language a reader chose, such as {@code kk}: what is sent to them. */
    public String in(String language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag(language));
    }
}
