package kz.intelligentplatforms.partners.platform.text;

import java.util.Locale;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.platform.validation.InputText;

/**
 * A text reduced to what people type of it when they look for it, whatever their keyboard: letters and digits in lower case, Kazakh ones
 * as the Russian ones that stand for them, nothing between them. What is found is stored as such keys, with a blank between two of them.
 */
public final class SearchKey {

    private static final String KAZAKH = "әғқңөұүһіё";
    private static final String RUSSIAN = "агкноуухие";
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchKey() {}

    /** The key; empty where there is no letter or digit. */
    public static String of(String text) {
        var key = new StringBuilder(
                BETWEEN.matcher(InputText.clean(text).toLowerCase(Locale.ROOT)).replaceAll(""));
        for (int i = 0; i < key.length(); i++) {
            int letter = KAZAKH.indexOf(key.charAt(i));
            if (letter >= 0) {
                key.setCharAt(i, RUSSIAN.charAt(letter));
            }
        }
        return key.toString();
    }

    /**
     * A pattern for {@code like} in SQL that finds the keys with {@code query} in them: all where nothing was asked for, and none where
     * what was asked for has no letter or digit.
     */
    public static String pattern(String query) {
        var key = of(query);
        return key.isEmpty() && !query.isBlank() ? "-" : "%" + key + "%";
    }
}
