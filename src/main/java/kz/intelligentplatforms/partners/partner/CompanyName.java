package kz.intelligentplatforms.partners.partner;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.text.Alphabet;
import kz.intelligentplatforms.partners.platform.text.SearchKey;

/** A company's name as lists, searches and addresses need it. */
public record CompanyName(String name) {

    private static final int MAX_SLUG = 70;
    private static final int MAX_SEARCH_TEXT = 600;

    private static final Map<Integer, String> LATIN = latin();

    private static Map<Integer, String> latin() {
        var pairs = "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts"
                + " ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ә a ғ g қ q ң n ө o ұ u ү u һ h і i ї i є e ґ g ß ss";
        var words = pairs.split(" ");
        return Stream.iterate(0, i -> i < words.length, i -> i + 2)
                .collect(Collectors.toUnmodifiableMap(
                        i -> words[i].codePointAt(0), i -> words[i + 1].equals("-") ? "" : words[i + 1]));
    }

    /** Its place in lists of names: that of the name itself, without its legal form and quotation marks. See {@link Alphabet}. */
    public String sortKey() {
        return Alphabet.sortKey(String.join(" ", words()));
    }

    /** The first letter, in upper case; empty where there is none. */
    public String initial() {
        var text = String.join(" ", words());
        return text.isEmpty()
                ? ""
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** What it is found by: the {@link SearchKey} of all of it, and of the name itself in Latin letters. */
    public String searchText() {
        return cut(SearchKey.of(name) + " " + String.join("", latinWords()), MAX_SEARCH_TEXT);
    }

    /** What a partner is found by: its name, its number and its city. */
    public String searchText(String taxNumber, String city) {
        return String.join(" ", searchText(), SearchKey.of(taxNumber), SearchKey.of(city));
    }

    /** In Latin letters, for an address, such as {@code alatau-avtomatika}; not unique yet. */
    public String slug() {
        var slug = String.join("-", latinWords());
        if (slug.length() > MAX_SLUG) {
            int end = slug.lastIndexOf('-', MAX_SLUG);
            slug = slug.substring(0, end > 0 ? end : MAX_SLUG);
        }
        return slug.isEmpty() ? "partner" : slug;
    }

    private List<String> words() {
        return LegalForms.wordsWithout(name);
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
