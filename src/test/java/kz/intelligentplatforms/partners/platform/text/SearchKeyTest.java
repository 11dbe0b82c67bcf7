package kz.intelligentplatforms.partners.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Қазақмыс, казакмыс",
        "«Қарағанды-Көлік», караганды колик",
        "АҚ ЖОЛ, Ак-Жол",
        "Акжол, ак – жол",
        "ӘҒҚҢӨҰҮҺІЁ, агкноуухие",
        "Жібек Жолы, жибек  жолы",
        "Объём-3, объем 3",
        "И\u0306ога, Йога",
        "Завод №5, завод 5"
    })
    void isTheSameHoweverTheLettersAreTyped(String name, String typed) {
        assertThat(SearchKey.of(typed)).isEqualTo(SearchKey.of(name)).isNotEmpty();
    }

    @Test
    void keepsDifferentNamesApart() {
        assertThat(SearchKey.of("Шымкент")).isNotEqualTo(SearchKey.of("Шимкент"));
        assertThat(SearchKey.of("Завод 7")).isNotEqualTo(SearchKey.of("Завод 8"));
    }

    @Test
    void findsAllWhereNothingIsAskedForAndNothingWithoutLettersAndDigits() {
        assertThat(SearchKey.pattern(" ")).isEqualTo("%%");
        assertThat(SearchKey.pattern("%")).isEqualTo("-");
        assertThat(SearchKey.pattern("100 %_\\")).isEqualTo("%100%");
    }
}
