package kz.intelligentplatforms.partners.platform.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * The order of names: by the Kazakh alphabet as CLDR has it, in which Russian letters have the places they have in Russian, then in
 * Latin letters. Databases order by what their operating system knows of languages, or by codes; here, they order by keys.
 */
public final class Alphabet {

    /** The longest {@link #sortKey}. */
    public static final int MAX_SORT_KEY = 400;

    private static final Collator KAZAKH =
            Collator.getInstance(new ULocale("kk")).freeze();

    private Alphabet() {}

    /** The order of names. */
    public static Comparator<String> order() {
        return KAZAKH::compare;
    }

    /**
     * Texts are in order when their keys are. A key has digits of base 16 only, which every database and every language of an
     * operating system orders alike; what very long texts end with does not count.
     */
    public static String sortKey(String text) {
        var key = HexFormat.of().formatHex(KAZAKH.getCollationKey(text).toByteArray());
        return key.substring(0, Math.min(key.length(), MAX_SORT_KEY));
    }

    /** Changes when keys do: stored ones have to be made anew then. */
    public static int version() {
        return KAZAKH.getVersion().hashCode();
    }
}
