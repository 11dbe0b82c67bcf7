package kz.intelligentplatforms.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import kz.intelligentplatforms.partners.platform.text.Alphabet;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(new CompanyName("ТОО «Алатау Автоматика»").sortKey())
                .isEqualTo(Alphabet.sortKey("алатау автоматика"));
        assertThat(new CompanyName("ТОО «алатау»").initial()).isEqualTo("А");
        assertThat(new CompanyName("«»").initial()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ТОО «Қазақмыс»",
                "АО «Қазақмыс»",
                "ПАО «Қазақмыс»",
                "НАО «Қазақмыс»",
                "ИП Қазақмыс",
                "«Қазақмыс» ЖШС",
                "«Қазақмыс» АҚ",
                "АҚ «Қазақмыс»",
                "«Қазақмыс» КЕАҚ",
                "ЖК Қазақмыс",
                "Қазақмыс LLP",
                "Қазақмыс, JSC",
                "Қазақмыс Non-Profit Joint-Stock Company",
                "Некоммерческое акционерное общество «Қазақмыс»",
                "«Қазақмыс» коммерциялық емес акционерлік қоғамы",
                "ҚАЗАҚМЫС"
            })
    void theLegalFormHasNoPlaceInOrderAddressAndHint(String name) {
        var company = new CompanyName(name);
        assertThat(company.sortKey()).startsWith(Alphabet.sortKey("қазақмыс"));
        assertThat(company.slug()).isEqualTo("qazaqmys");
        assertThat(NameKey.of(name)).isEqualTo(NameKey.of("Казакмыс"));
    }

    /** "Ақ" is white before it is a joint-stock company. */
    @ParameterizedTest
    @ValueSource(strings = {"Ақ Жол", "«Ақ Жол» ЖШС", "ТОО «Ақ-Жол»", "АҚ ЖОЛ"})
    void aNameThatBeginsWithWhiteKeepsIt(String name) {
        assertThat(new CompanyName(name).slug()).isEqualTo("aq-zhol");
    }

    @Test
    void isFoundInItsOwnLettersInRussianOnesAndInLatinOnes() {
        assertThat(new CompanyName("ТОО «Қарлығаш Плюс»").searchText())
                .contains(
                        SearchKey.of("қарлығаш плюс"), SearchKey.of("Карлыгаш-плюс"), SearchKey.of("Qarlygash Plyus"));
        assertThat(new CompanyName("Плюс").searchText("77-A", "Өскемен").split(" "))
                .containsExactly("плюс", "plyus", "77a", "оскемен");
    }

    @Test
    void fitsItsColumns() {
        var longest = new CompanyName("Щ".repeat(200));
        assertThat(longest.searchText().length()).isLessThanOrEqualTo(600);
        assertThat(longest.sortKey().length()).isLessThanOrEqualTo(400);
    }
}
