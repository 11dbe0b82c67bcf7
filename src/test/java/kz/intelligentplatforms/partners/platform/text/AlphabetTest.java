package kz.intelligentplatforms.partners.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlphabetTest {

    private static final List<String> KAZAKH = List.of(
            ("а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я a z").split(" "));

    @Test
    void lettersFollowEachOtherAsInTheKazakhAlphabetAndLatinOnesComeAfterThem() {
        var letters = new ArrayList<>(KAZAKH);
        Collections.shuffle(letters, new Random(42));
        assertThat(letters.stream().sorted(Alphabet.order())).containsExactlyElementsOf(KAZAKH);
        assertThat(letters.stream().sorted(Comparator.comparing(Alphabet::sortKey)))
                .containsExactlyElementsOf(KAZAKH);
    }

    @Test
    void caseCountsForNothingButTies() {
        assertThat(List.of("Әуе", "әлем", "АЗИЯ", "азия", "Азов", "Бар").stream()
                        .sorted(Comparator.comparing(Alphabet::sortKey)))
                .containsExactly("азия", "АЗИЯ", "Азов", "әлем", "Әуе", "Бар");
    }

    @Test
    void aShorterNameStandsBeforeALongerOneThatBeginsWithIt() {
        assertThat(List.of("Актау", "Ак Жол", "Ак", "1С").stream().sorted(Comparator.comparing(Alphabet::sortKey)))
                .containsExactly("1С", "Ак", "Ак Жол", "Актау");
    }

    @Test
    void aKeyHasNothingButDigitsOfBase16AndFitsItsColumn() {
        assertThat(Alphabet.sortKey("Ёлка № 1 «Ә» 中国 🏭")).matches("[0-9a-f]+");
        assertThat(Alphabet.sortKey("Щы".repeat(200))).hasSize(Alphabet.MAX_SORT_KEY);
    }
}
