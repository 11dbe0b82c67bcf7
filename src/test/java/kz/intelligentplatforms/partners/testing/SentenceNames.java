package kz.intelligentplatforms.partners.testing;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows the name of a test as the sentence it is: {@code aDoubleClickMakesOneCase} as "A double click makes one case". */
public final class SentenceNames extends DisplayNameGenerator.Standard {

    /** Before a word or a number; several capitals are one word, such as PDF. */
    private static final Pattern BEFORE_A_WORD =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9])");

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> test, Method method) {
        return sentence(method.getName());
    }

    static String sentence(String name) {
        var words =
                BEFORE_A_WORD.splitAsStream(name).map(SentenceNames::lowerCase).toList();
        var sentence = String.join(" ", words);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String lowerCase(String word) {
        var isAbbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return isAbbreviation ? word : word.toLowerCase(Locale.ROOT);
    }
}
