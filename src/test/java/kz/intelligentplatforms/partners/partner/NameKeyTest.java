package kz.intelligentplatforms.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "ТОО «Алатау Автоматика», Alatau Avtomatika LLP",
        "АО «Жетысу», Zhetysu JSC",
        "Шымкент Щит, Shymkent Shit",
        "Қазақ Құрылыс, Kazak Kurylys",
        "Микс, Mix",
        "Вест Квант, West Qvant"
    })
    void soundsTheSameInCyrillicAndInLatin(String cyrillic, String latin) {
        assertThat(NameKey.of(cyrillic)).isEqualTo(NameKey.of(latin)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ТОО Степь Контроль",
                "тоо «СТЕПЬ-КОНТРОЛЬ»",
                "Степь Контроль ЖШС",
                "Товарищество с ограниченной ответственностью \"Степь контроль\"",
                "Step Kontrol, LLP.",
                "СтепьКонтроль",
                "Степпь  Контрролль"
            })
    void isTheSameHoweverTheFormAndThePunctuationAreWritten(String name) {
        assertThat(NameKey.of(name)).isEqualTo("stpkntrl");
    }

    @Test
    void keepsDifferentNamesApart() {
        assertThat(NameKey.of("Степь Контроль")).isNotEqualTo(NameKey.of("Степь Сервис"));
        assertThat(NameKey.of("Завод 7")).isNotEqualTo(NameKey.of("Завод 8"));
    }

    /** Part of a word is no legal form: "ип" in "Ипотека", "ао" in "Аорта". */
    @Test
    void dropsLegalFormsOnlyAsWholeWords() {
        assertThat(NameKey.of("Типография")).isEqualTo("tpgrf");
        assertThat(NameKey.of("ИП Типография")).isEqualTo("tpgrf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "—", "«»", "ТОО", "ТОО «ИП»", "Аиу", "工業", "🏭"})
    void isEmptyWhereNothingCounts(String name) {
        assertThat(NameKey.of(name)).isEmpty();
    }

    /** The longest name there can be, of letters that take two in Latin. */
    @Test
    void fitsItsColumn() {
        assertThat(NameKey.of("шж".repeat(100))).hasSizeLessThanOrEqualTo(200);
    }
}
