package kz.intelligentplatforms.partners.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "PDF, plan.pdf, true",
        "PDF, PLAN.PDF, true",
        "PDF, plan.pdf.exe, false",
        "PDF, plan.docx, false",
        "PDF, pdf, false",
        "PDF, '', false",
        "JPEG, scan.jpeg, true",
        "JPEG, scan.jpg, true",
        "DOCX, letter.docm, false"
    })
    void theEndingFitsTheTypeOrNot(DocumentType type, String name, boolean fits) {
        assertThat(type.fits(name)).isEqualTo(fits);
    }
}
