package kz.intelligentplatforms.partners.registration.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.intelligentplatforms.partners.platform.text.Alphabet;

/** The countries to choose from, named in the reader's language: Kazakhstan and its neighbours first, then all others. */
final class CountryChoice {

    private static final List<String> FIRST = List.of("KZ", "RU", "KG", "UZ", "BY", "TJ", "TM", "AM", "AZ", "GE", "CN");
    private static final Map<String, CountryChoice> KNOWN = new ConcurrentHashMap<>();

    private final List<Country> near;
    private final List<Country> others;

    private CountryChoice(Locale reader) {
        near = FIRST.stream().map(code -> Country.of(code, reader)).toList();
        others = Arrays.stream(Locale.getISOCountries())
                .filter(code -> !Set.copyOf(FIRST).contains(code))
                .map(code -> Country.of(code, reader))
                .sorted(Comparator.comparing(Country::name, Alphabet.order()))
                .toList();
    }

    static CountryChoice in(Locale reader) {
        return KNOWN.computeIfAbsent(reader.getLanguage(), language -> new CountryChoice(reader));
    }

    public List<Country> near() {
        return near;
    }

    public List<Country> others() {
        return others;
    }

    /** @param code ISO 3166 alpha-2 */
    record Country(String code, String name) {

        static Country of(String code, Locale reader) {
            return new Country(code, new Locale("", code).getDisplayCountry(reader));
        }
    }
}
