package kz.intelligentplatforms.partners.partner;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.validation.InputText;

/** The legal forms of companies in Russian, Kazakh and English, in full and in short: one list for whatever is made of a name. */
final class LegalForms {

    private static final String[] IN_FULL = {
        "товарищество с ограниченной ответственностью",
        "товарищество с дополнительной ответственностью",
        "общество с ограниченной ответственностью",
        "некоммерческое акционерное общество",
        "публичное акционерное общество",
        "открытое акционерное общество",
        "закрытое акционерное общество",
        "акционерное общество",
        "индивидуальный предприниматель",
        "производственный кооператив",
        "крестьянское хозяйство",
        "жауапкершілігі шектеулі серіктестігі",
        "жауапкершілігі шектеулі серіктестік",
        "қосымша жауапкершілігі бар серіктестік",
        "қосымша жауапкершілігі бар серіктестігі",
        "коммерциялық емес акционерлік қоғамы",
        "коммерциялық емес акционерлік қоғам",
        "жария акционерлік қоғамы",
        "жария акционерлік қоғам",
        "акционерлік қоғамы",
        "акционерлік қоғам",
        "жеке кәсіпкер",
        "өндірістік кооперативі",
        "өндірістік кооператив",
        "шаруа қожалығы",
        "limited liability partnership",
        "limited liability company",
        "non commercial joint stock company",
        "non profit joint stock company",
        "public joint stock company",
        "joint stock company",
        "individual entrepreneur"
    };

    private static final String IN_SHORT = "тоо тдо ао нао пао оао зао ооо ип пк кх жшс ақ кеақ жаақ жк өк шқ"
            + " llp llc ltd limited plc jsc pjsc njsc ojsc cjsc inc gmbh too ao ip";

    /** Word by word; the longer ones first, so that no rest of them stays. */
    private static final List<List<String>> FORMS = Stream.concat(
                    Arrays.stream(IN_FULL), Arrays.stream(IN_SHORT.split(" ")))
            .map(form -> List.of(form.split(" ")))
            .sorted(comparing(List<String>::size).reversed())
            .toList();

    /** A form after the name, but also the word "white", with which many names begin: before a name only where quotation marks follow. */
    private static final List<String> AQ = List.of("ақ");

    private static final Pattern AQ_BEFORE_QUOTES = Pattern.compile("^ақ\\s*(?=[\"'«“„])");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private LegalForms() {}

    /** The words of a name in lower case, without the forms before and after them; a name that is nothing else keeps its last one. */
    static List<String> wordsWithout(String name) {
        var lower = InputText.clean(name).toLowerCase(Locale.ROOT);
        var words = BETWEEN.splitAsStream(AQ_BEFORE_QUOTES.matcher(lower).replaceFirst(""))
                .filter(word -> !word.isEmpty())
                .toList();
        for (var rest = withoutOne(words); rest.size() < words.size(); rest = withoutOne(words)) {
            words = rest;
        }
        return words;
    }

    private static List<String> withoutOne(List<String> words) {
        for (var form : FORMS) {
            int rest = words.size() - form.size();
            if (rest > 0 && !form.equals(AQ) && words.subList(0, form.size()).equals(form)) {
                return words.subList(form.size(), words.size());
            }
            if (rest > 0 && words.subList(rest, words.size()).equals(form)) {
                return words.subList(0, rest);
            }
        }
        return words;
    }

    /** Whether these words are a legal form and nothing else. */
    static boolean include(List<String> words) {
        return FORMS.contains(words);
    }
}
