package kz.intelligentplatforms.partners.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "План продаж.pdf, План продаж.pdf",
        "C:\\Users\\Иван\\план.pdf, план.pdf",
        "../../etc/passwd, passwd",
        "/tmp/x.png, x.png",
        "'  a  b .docx ', a b .docx",
        "'a\u0000b\r\nc.pdf', abc.pdf",
        "'plan\u202Efdp.exe', planfdp.exe",
        "'\u00A0Счёт\u202F1\u00AD\u200B.pdf\uFEFF', Счёт 1.pdf",
        "'и\u0306.pdf', й.pdf",
        "folder/, ''"
    })
    void keepsTheNameAndNothingElse(String sent, String kept) {
        assertThat(FileName.clean(sent)).isEqualTo(kept);
    }

    @Test
    void shortensTheMiddleAndKeepsTheEnding() {
        assertThat(FileName.clean("я".repeat(300) + ".docx"))
                .hasSize(FileName.MAX_LENGTH)
                .endsWith("яя.docx");
        var faces = FileName.clean("\uD83D\uDE00".repeat(300) + ".pdf");
        assertThat(faces).hasSizeLessThanOrEqualTo(FileName.MAX_LENGTH).endsWith("\uD83D\uDE00.pdf");
        assertThat(FileName.clean("a".repeat(10) + "." + "b".repeat(300))).hasSize(FileName.MAX_LENGTH);
    }
}
