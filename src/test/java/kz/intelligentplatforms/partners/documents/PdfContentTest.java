package kz.intelligentplatforms.partners.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PdfContentTest {

    /** The library tells of each fault of a broken file, which takes longer than finding it. */
    @BeforeAll
    static void beQuiet() {
        ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>      | SCRIPTS
            /OpenAction<</S/J#61vaScript/J#53(app.alert\\(1\\))>>  | SCRIPTS
            /AA<</WC<</S/JavaScript/JS(x)>>>>                          | SCRIPTS
            /Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>> | SCRIPTS
            /OpenAction<</S/Launch/F(calc.exe)>>                       | SCRIPTS
            /OpenAction[<</S/SubmitForm/F(https://example.com)>>]      | SCRIPTS
            /AcroForm<</Fields[]/XFA[(a)(b)]>>                         | SCRIPTS
            /Names<</EmbeddedFiles<</Names[]>>>>                       | EMBEDDED_FILES
            """)
    void refusesWhatDoesMoreThanShowPages(String entry, Reason reason) {
        assertRefused(pdf(entry), reason);
    }

    @Test
    void refusesAScriptInCompressedObjects() throws IOException {
        try (var pdf = onePage()) {
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            assertRefused(saved(pdf), Reason.SCRIPTS);
        }
    }

    @Test
    void refusesWhatOpensWithAPasswordOnly() throws IOException {
        try (var pdf = onePage()) {
            pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            assertRefused(saved(pdf), Reason.PROTECTED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /Type/ObjStm/N 1/First 4/Filter/FlateDecode                             | EXPANDS_TOO_MUCH
            /T#79pe/Obj#53tm/#4e 1/First 4/Filter[/Fl/X(obj)]                       | DAMAGED
            /N 1/First 4/Filter[/Fl]/X(1 0 obj)                                     | EXPANDS_TOO_MUCH
            /Type/XRef/W[1 2 1]/Size 1/Filter/FlateDecode                           | EXPANDS_TOO_MUCH
            /Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]               | DAMAGED
            /Type/ObjStm/N 1/First 4/Filter/LZWDecode                               | DAMAGED
            /Type/ObjStm/N 1/First 4/Filter 9 0 R                                   | DAMAGED
            /Type/ObjStm/N 2000000000/First 4/Filter/FlateDecode                    | DAMAGED
            /Type/XRef/W[1 2 1]/Filter/Fl/DecodeParms<</Predictor 12/Columns 2000000000>> | DAMAGED
            """)
    void refusesPackedObjectsOutOfAllProportion(String entries, Reason reason) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[70 * 1024 * 1024]);
        }
        var bomb = new ByteArrayOutputStream();
        write(bomb, "%PDF-1.5\n1 0 obj<<" + entries + "/Length " + packed.size() + ">>stream\n");
        bomb.writeBytes(packed.toByteArray());
        write(bomb, "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        assertRefused(bomb.toByteArray(), reason);
    }

    @Test
    void answersSoonWhateverAFileRepeats() {
        for (var piece : List.of("1 0 obj[", "obj<<", "1 0 obj(", ">>stream\n", "<<", "[")) {
            var content = ("%PDF-1.5\n" + piece.repeat(2_000_000 / piece.length()) + "\n%%EOF")
                    .getBytes(StandardCharsets.US_ASCII);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatExceptionOfType(DocumentRefused.class)
                            .as(piece)
                            .isThrownBy(() -> PdfContent.check(content)));
        }
    }

    @Test
    void takesOneThatOpensAtAPageOrForbidsPrintingOnly() throws IOException {
        try (var pdf = onePage()) {
            var destination = new PDPageFitDestination();
            destination.setPage(pdf.getPage(0));
            var action = new PDActionGoTo();
            action.setDestination(destination);
            pdf.getDocumentCatalog().setOpenAction(action);
            pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            var content = saved(pdf);
            assertThatCode(() -> PdfContent.check(content)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertRefused("%PDF-1.4\nnothing of the kind\n%%EOF".getBytes(StandardCharsets.US_ASCII), Reason.DAMAGED);
    }

    private static void assertRefused(byte[] content, Reason reason) {
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> PdfContent.check(content))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] pdf(String entryOfTheCatalog) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + entryOfTheCatalog
                        + ">>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                        + "trailer<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static PDDocument onePage() {
        var pdf = new PDDocument();
        pdf.addPage(new PDPage());
        pdf.getDocumentCatalog().getCOSObject().setName(COSName.getPDFName("PageMode"), "UseNone");
        return pdf;
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var content = new ByteArrayOutputStream();
        pdf.save(content, new CompressParameters(200));
        return content.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
