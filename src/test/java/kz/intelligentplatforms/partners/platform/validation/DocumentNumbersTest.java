package kz.intelligentplatforms.partners.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers of documents are taken for the same: purchases that are counted once, invoices that may be claimed twice. */
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
                    РТ-32, PT-32
                    РТ-32, рт-0032
                    РТ-32, РТ‑32
                    РТ-32, РТ–32
                    РТ-32, 'РТ-32​'
                    РТ-32, ' РТ­-32 '
                    № 17, 17
                    """)
    void whatLooksTheSameIsTheSameBeyondDoubt(String one, String other) {
        assertThat(DocumentNumbers.key(one)).isEqualTo(DocumentNumbers.key(other));
    }

    @ParameterizedTest
    @CsvSource({"1-23, 12-3", "РТ-32, РТ/32", "РТ-32, РТ-320", "1007, 17"})
    void whatSeparatesItsPartsCounts(String one, String other) {
        assertThat(DocumentNumbers.key(one)).isNotEqualTo(DocumentNumbers.key(other));
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
