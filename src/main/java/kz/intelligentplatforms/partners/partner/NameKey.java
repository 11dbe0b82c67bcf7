package kz.intelligentplatforms.partners.partner;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A company's name reduced to what stays the same when people spell it differently: no legal form, no punctuation, Cyrillic
 * in Latin letters, no vowels, no doubled consonants. Equal keys make a hint, never a decision.
 */
public final class NameKey {

    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('ғ', "g"),
            Map.entry('д', "d"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('к', "k"),
            Map.entry('қ', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('ң', "n"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('ф', "f"),
            Map.entry('х', "h"),
            Map.entry('һ', "h"),
            Map.entry('ц', "c"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "sh"),
            Map.entry('q', "k"),
            Map.entry('w', "v"),
            Map.entry('x', "ks"));

    /** As long as the longest name, although some letters take two in Latin. */
    private static final int MAX_LENGTH = 200;

    private NameKey() {}

    /** The key; empty where a name has no letter or digit that counts, and then nothing is similar to it. */
    public static String of(String name) {
        var words = LegalForms.wordsWithout(name);
        var letters = (LegalForms.include(words) ? Stream.<String>empty() : words.stream())
                .flatMapToInt(String::chars)
                .mapToObj(letter -> LATIN.getOrDefault((char) letter, asciiConsonantOrDigit((char) letter)))
                .collect(Collectors.joining());
        var key = letters.replaceAll("(.)\\1+", "$1");
        return key.substring(0, Math.min(key.length(), MAX_LENGTH));
    }

    private static String asciiConsonantOrDigit(char letter) {
        boolean kept = (letter >= 'a' && letter <= 'z' && "aeiouy".indexOf(letter) < 0) || Character.isDigit(letter);
        return kept ? String.valueOf(letter) : "";
    }
}
