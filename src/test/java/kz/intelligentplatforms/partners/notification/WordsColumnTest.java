package kz.intelligentplatforms.partners.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsColumnTest {

    private final WordsColumn column = new WordsColumn();

    @Test
    void wordsAreReadAsTheyWereWritten() {
        var words = Map.of("company", "ТОО «Степь»", "case", "REG-2026-000001", "reason", "Адрес \"неполный\"");
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(words)))
                .isEqualTo(words);
    }

    @Test
    void wordsOfReleaseOneGetTheirNames() {
        assertThat(column.convertToEntityAttribute(
                        "[\"Степь\",\"COF-2026-000001\",\"Причина\",\"Семинар\",\"100 ₸\",\"01.12.2026\"]"))
                .containsEntry("company", "Степь")
                .containsEntry("case", "COF-2026-000001")
                .containsEntry("reason", "Причина")
                .containsEntry("title", "Семинар")
                .containsEntry("sum", "100 ₸")
                .containsEntry("day", "01.12.2026");
        assertThat(column.convertToEntityAttribute("[\"Айгерим\"]")).containsEntry("name", "Айгерим");
    }
}
