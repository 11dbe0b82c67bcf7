package kz.intelligentplatforms.partners.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "aDoubleClickMakesOneCase, A double click makes one case",
        "statementsArePDFAndCSV, Statements are PDF and CSV",
        "aPDFThatRunsScriptsIsRefused, A PDF that runs scripts is refused",
        "theBinOf12Digits, The bin of 12 digits",
        "starts, Starts"
    })
    void aNameIsReadAsASentence(String name, String sentence) {
        assertThat(SentenceNames.sentence(name)).isEqualTo(sentence);
    }

    @Test
    void everyTestIsShownSo(TestInfo test) {
        assertThat(test.getDisplayName()).isEqualTo("Every test is shown so");
    }
}
