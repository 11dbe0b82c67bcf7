package kz.intelligentplatforms.partners.cofunding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers of invoices are taken for the same, so that somebody looks at what may be claimed twice. */
class DocumentNumbersTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    СФ-17, сф 17
                    № 17, 17
                    00017, 17
                    СФ-0017, СФ-17
                    АВ-5, AB5
                    А/2026/010, a-2026-10
                    """)
    void writtenDifferentlyTheyAreTheSame(String one, String other) {
        assertThat(DocumentNumbers.looseKey(one)).isEqualTo(DocumentNumbers.looseKey(other));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    17, 170
                    СФ-17, СЧ-17
                    1007, 17
                    """)
    void othersAreNot(String one, String other) {
        assertThat(DocumentNumbers.looseKey(one)).isNotEqualTo(DocumentNumbers.looseKey(other));
    }
}
