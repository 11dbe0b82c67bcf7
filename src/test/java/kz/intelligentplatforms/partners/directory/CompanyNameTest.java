package kz.intelligentplatforms.partners.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ТОО «Алатау Автоматика» | alatau-avtomatika",
                "Alatau Avtomatika LLP | alatau-avtomatika",
                "Товарищество с ограниченной ответственностью «Степь Контроль» | step-kontrol",
                "«Қарлығаш» жауапкершілігі шектеулі серіктестігі | qarlygash",
                "«Өндіріс және Һәм Ғылым» ЖШС | ondiris-zhane-ham-gylym",
                "ИП Щёголев Ю.Ъ. | shchegolev-yu",
                "ИП Ёлкин Ю. | elkin-yu",
                "АО «Объём-3» | obem-3",
                "Автоматика и Ко ООО | avtomatika-i-ko",
                "Müller & Söhne GmbH | muller-sohne",
                "Straße GmbH | strasse",
                "ТОО | too",
                "LLP Ltd | ltd",
                "«» | partner",
                "中国 | partner",
                "１２３ ² | 123-2",
                "КазТОО Сервис | kaztoo-servis"
            })
    void makesAnAddressOfAName(String name, String slug) {
        assertThat(new CompanyName(name).slug()).isEqualTo(slug);
    }

    @Test
    void cutsALongAddressBetweenWords() {
        var slug = new CompanyName("Автоматизация производства ".repeat(7)).slug();
        assertThat(slug).hasSizeBetween(50, 70).endsWith("-proizvodstva").matches("[a-z0-9-]+");
        assertThat(new CompanyName("ж".repeat(200)).slug()).hasSize(70);
    }

    @Test
    void ordersByTheNameItself() {
        assertThat(new CompanyName("ТОО «Алатау Автоматика»").sortKey()).isEqualTo("алатау автоматика");
        assertThat(new CompanyName("«»").sortKey()).isEmpty();
        assertThat(new CompanyName("ТОО «алатау»").initial()).isEqualTo("А");
        assertThat(new CompanyName("«»").initial()).isEmpty();
    }

    @Test
    void isFoundAsItIsWrittenAndInLatinLetters() {
        assertThat(new CompanyName("ТОО «Қарлығаш Плюс»").searchText())
                .contains("«қарлығаш плюс»")
                .contains("qarlygash plyus");
    }

    @Test
    void fitsItsColumns() {
        var longest = new CompanyName("Щ".repeat(200));
        assertThat(longest.searchText().length()).isLessThanOrEqualTo(600);
        assertThat(longest.sortKey().length()).isLessThanOrEqualTo(200);
    }
}
