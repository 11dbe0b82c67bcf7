package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class FiguresTest {

    private final Figures figures = new Figures();

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void russianAndKazakhGroupWithSpacesAndUseCommas() {
        for (var language : new String[] {"ru", "kk"}) {
            LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
            assertThat(figures.money(new BigDecimal("3000000.00"))).isEqualTo("3\u00A0000\u00A0000\u00A0₸");
            assertThat(figures.money(new BigDecimal("-1234.5"))).isEqualTo("−1\u00A0234,50\u00A0₸");
            assertThat(figures.amount(BigDecimal.ONE)).isEqualTo("1,00");
            assertThat(figures.percent(new BigDecimal("0.025"))).isEqualTo("2,5\u00A0%");
        }
    }

    @Test
    void englishGroupsWithCommas() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(figures.amount(new BigDecimal("3000000"))).isEqualTo("3,000,000.00");
        assertThat(figures.percent(new BigDecimal("0.04"))).isEqualTo("4%");
    }

    @Test
    void changesHaveASign() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(figures.change(58_000)).isEqualTo("+58,000");
        assertThat(figures.change(-82_000)).isEqualTo("−82,000");
        assertThat(figures.change(0)).isEqualTo("0");
    }

    @Test
    void whatIsKeptIsWrittenAlikeWhoeverIsAsking() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(Figures.sum(new BigDecimal("1234.5"))).isEqualTo("1\u00A0234,50\u00A0₸");
        assertThat(Figures.number(-1_234_567)).isEqualTo("−1\u00A0234\u00A0567");
        assertThat(Figures.number(0)).isEqualTo("0");
        assertThat(Figures.signed(1_500)).isEqualTo("+1\u00A0500");
        assertThat(Figures.signed(-300)).isEqualTo("−300");
        assertThat(Figures.rate(new BigDecimal("0.5"))).isEqualTo("50\u00A0%");
    }

    @Test
    void aMailIsWrittenInTheLanguageOfItsReader() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
        assertThat(Figures.points(12_000, Locale.ENGLISH)).isEqualTo("12,000");
        assertThat(Figures.change(12_000, Locale.forLanguageTag("kk"))).isEqualTo("+12\u00A0000");
    }

    @Test
    void sizesHaveOneDigitAfterTheComma() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
        assertThat(figures.tenths(1.25)).isEqualTo("1,3");
    }
}
