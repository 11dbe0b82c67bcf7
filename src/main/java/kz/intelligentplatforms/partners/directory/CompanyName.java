package kz.intelligentplatforms.partners.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.validation.TypedText;

/** A company's name as the directory needs it: in order, in searches and in addresses. */
record CompanyName(String name) {

    private static final int MAX_SLUG = 70;
    private static final int MAX_SORT_KEY = 200;
    private static final int MAX_SEARCH_TEXT = 600;

    /** Forms of ownership, word by word; the longer ones first, so that no rest of them stays. */
    private static final List<List<String>> LEGAL_FORMS = Stream.of(
                    "товарищество с ограниченной ответственностью",
                    "общество с ограниченной ответственностью",
                    "открытое акционерное общество",
                    "закрытое акционерное общество",
                    "акционерное общество",
                    "индивидуальный предприниматель",
                    "производственный кооператив",
                    "жауапкершілігі шектеулі серіктестігі",
                    "жауапкершілігі шектеулі серіктестік",
                    "акционерлік қоғамы",
                    "акционерлік қоғам",
                    "жеке кәсіпкер",
                    "limited liability partnership",
                    "limited liability company",
                    "joint stock company",
                    "тоо",
                    "ао",
                    "ип",
                    "нао",
                    "пао",
                    "оао",
                    "зао",
                    "ооо",
                    "пк",
                    "жшс",
                    "ақ",
                    "жк",
                    "llp",
                    "llc",
                    "ltd",
                    "limited",
                    "jsc",
                    "inc",
                    "gmbh",
                    "too")
            .map(form -> List.of(form.split(" ")))
            .sorted(Comparator.comparing(List<String>::size).reversed())
            .toList();

    private static final Map<Integer, String> LATIN = latin();

    private static Map<Integer, String> latin() {
        var pairs = "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts"
                + " ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ә a ғ g қ q ң n ө o ұ u ү u һ h і i ї i є e ґ g ß ss";
        var words = pairs.split(" ");
        return Stream.iterate(0, i -> i < words.length, i -> i + 2)
                .collect(Collectors.toUnmodifiableMap(
                        i -> words[i].codePointAt(0), i -> words[i + 1].equals("-") ? "" : words[i + 1]));
    }

    /** In lower case, without legal form and quotation marks: what people look for in an alphabet. */
    String sortKey() {
        return cut(String.join(" ", words()), MAX_SORT_KEY);
    }

    /** The first letter, in upper case; empty where there is none. */
    String initial() {
        var key = sortKey();
        return key.isEmpty()
                ? ""
                : key.substring(0, key.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** In lower case, as it is written and in Latin letters. */
    String searchText() {
        return cut(name.toLowerCase(Locale.ROOT) + " " + String.join(" ", latinWords()), MAX_SEARCH_TEXT);
    }

    /** In Latin letters, for an address, such as {@code alatau-avtomatika}; not unique yet. */
    String slug() {
        var slug = String.join("-", latinWords());
        if (slug.length() > MAX_SLUG) {
            int end = slug.lastIndexOf('-', MAX_SLUG);
            slug = slug.substring(0, end > 0 ? end : MAX_SLUG);
        }
        return slug.isEmpty() ? "partner" : slug;
    }

    /** The words that count: without a legal form before or after them. */
    private List<String> words() {
        var lower = TypedText.clean(name).toLowerCase(Locale.ROOT);
        var words = Arrays.stream(lower.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        for (var rest = withoutLegalForm(words); rest.size() < words.size(); rest = withoutLegalForm(words)) {
            words = rest;
        }
        return words;
    }

    private static List<String> withoutLegalForm(List<String> words) {
        for (var form : LEGAL_FORMS) {
            int rest = words.size() - form.size();
            if (rest > 0 && words.subList(0, form.size()).equals(form)) {
                return words.subList(form.size(), words.size());
            }
            if (rest > 0 && words.subList(rest, words.size()).equals(form)) {
                return words.subList(0, rest);
            }
        }
        return words;
    }

    private List<String> latinWords() {
        return words().stream()
                .map(CompanyName::latin)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String latin(String word) {
        return word.codePoints()
                .mapToObj(letter -> LATIN.getOrDefault(letter, plain(letter)))
                .collect(Collectors.joining());
    }

    /** A letter without its marks; nothing where it is not of our alphabet then. */
    private static String plain(int letter) {
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                .replaceAll("[^a-z0-9]", "");
    }

    private static String cut(String text, int max) {
        return text.substring(0, Math.min(text.length(), max));
    }
}
