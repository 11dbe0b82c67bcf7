package kz.intelligentplatforms.partners.purchases;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.validation.InputText;

/** Countries as files name them: by code, or by their names in the three languages. */
final class Countries {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("ru"), Locale.forLanguageTag("kk"), Locale.ENGLISH);

    /** Official names, which the platform does not know. */
    private static final Map<String, String> OFFICIAL = Map.of(
            "республика казахстан", "KZ",
            "рк", "KZ",
            "российская федерация", "RU",
            "рф", "RU",
            "республика беларусь", "BY",
            "белоруссия", "BY",
            "кыргызская республика", "KG",
            "киргизия", "KG",
            "республика узбекистан", "UZ",
            "китайская народная республика", "CN");

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    private static Map<String, String> codes() {
        var codes = new HashMap<>(OFFICIAL);
        Arrays.stream(Locale.getISOCountries()).forEach(code -> {
            var country = new Locale("", code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            LANGUAGES.forEach(language -> codes.put(key(country.getDisplayCountry(language)), code));
        });
        return Map.copyOf(codes);
    }

    /** ISO 3166 alpha-2 where the country is known; else the text as it stands. */
    static String code(String name) {
        var text = InputText.clean(name);
        return CODES.getOrDefault(key(text), text);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
