package kz.intelligentplatforms.partners.documents;

import static kz.intelligentplatforms.partners.testing.SampleFiles.docx;
import static kz.intelligentplatforms.partners.testing.SampleFiles.docxParts;
import static kz.intelligentplatforms.partners.testing.SampleFiles.joined;
import static kz.intelligentplatforms.partners.testing.SampleFiles.jpeg;
import static kz.intelligentplatforms.partners.testing.SampleFiles.parts;
import static kz.intelligentplatforms.partners.testing.SampleFiles.pdf;
import static kz.intelligentplatforms.partners.testing.SampleFiles.png;
import static kz.intelligentplatforms.partners.testing.SampleFiles.text;
import static kz.intelligentplatforms.partners.testing.SampleFiles.xlsx;
import static kz.intelligentplatforms.partners.testing.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken for evidence, and what only pretends to be. */
class TypeDetectorTest {

    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final TypeDetector types = new TypeDetector();

    static Stream<Arguments> honest() {
        var fromOtherPrograms = new LinkedHashMap<String, byte[]>();
        docxParts().entrySet().stream()
                .sorted(Map.Entry.<String, byte[]>comparingByKey().reversed())
                .forEach(part -> fromOtherPrograms.put(part.getKey(), part.getValue()));
        return Stream.of(
                Arguments.of("PDF", pdf("plan"), DocumentType.PDF),
                Arguments.of("PDF filled up", joined(pdf("plan"), new byte[512]), DocumentType.PDF),
                Arguments.of("PNG", png(), DocumentType.PNG),
                Arguments.of("JPEG", jpeg(), DocumentType.JPEG),
                Arguments.of("JPEG with a second picture", joined(jpeg(), jpeg(), new byte[7]), DocumentType.JPEG),
                Arguments.of("DOCX", docx(), DocumentType.DOCX),
                Arguments.of("DOCX in another order", zip(fromOtherPrograms), DocumentType.DOCX),
                Arguments.of("XLSX", xlsx(), DocumentType.XLSX),
                Arguments.of(
                        "DOCX with a large even table",
                        zip(with("xl/s.xml", text(digits(900_000)))),
                        DocumentType.DOCX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void recognisesByContent(String name, byte[] content, DocumentType type) {
        assertThat(types.typeOf(content)).isEqualTo(type);
    }

    static Stream<Arguments> dishonest() {
        var program = joined(text("MZ\u0090\0\3\0\0\0\4"), new byte[200]);
        var page = text("<!DOCTYPE html><html><script>alert(1)</script></html>");
        return Stream.of(
                Arguments.of("a program", program, Reason.UNKNOWN_TYPE),
                Arguments.of("a page", page, Reason.UNKNOWN_TYPE),
                Arguments.of(
                        "a picture that is a page",
                        text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                        Reason.UNKNOWN_TYPE),
                Arguments.of("text", text("hello"), Reason.UNKNOWN_TYPE),
                Arguments.of("one byte", new byte[1], Reason.UNKNOWN_TYPE),
                Arguments.of("an archive", zip(Map.of("a.txt", text("a"))), Reason.UNKNOWN_TYPE),
                Arguments.of("an empty archive", zip(Map.of()), Reason.UNKNOWN_TYPE),
                Arguments.of("an old Office document", joined(OLE, new byte[600]), Reason.UNKNOWN_TYPE),
                Arguments.of("PDF behind something", joined(text("  \n"), pdf("x")), Reason.AMBIGUOUS),
                Arguments.of("PDF and page", text("%PDF-1.4\n%<script>alert(1)</script>\n%%EOF"), Reason.AMBIGUOUS),
                Arguments.of("PDF and archive", joined(pdf("x"), zip(Map.of("a", text("a")))), Reason.AMBIGUOUS),
                Arguments.of("PDF and much else", joined(pdf("x"), new byte[5000]), Reason.AMBIGUOUS),
                Arguments.of("half a PDF", Arrays.copyOf(pdf("x"), 60), Reason.DAMAGED),
                Arguments.of("PNG and archive", joined(png(), docx()), Reason.AMBIGUOUS),
                Arguments.of("PNG and page", joined(png(), page), Reason.AMBIGUOUS),
                Arguments.of("PNG and text", joined(png(), text("hello")), Reason.AMBIGUOUS),
                Arguments.of("half a PNG", Arrays.copyOf(png(), 40), Reason.DAMAGED),
                Arguments.of("PNG of 30000 x 10", sized(30_000, 10), Reason.EXPANDS_TOO_MUCH),
                Arguments.of("PNG of 19000 x 19000", sized(19_000, 19_000), Reason.EXPANDS_TOO_MUCH),
                Arguments.of("JPEG and archive", joined(jpeg(), zip(Map.of("a", text("a")))), Reason.AMBIGUOUS),
                Arguments.of("JPEG and PDF", joined(jpeg(), pdf("x")), Reason.AMBIGUOUS),
                Arguments.of("half a JPEG", Arrays.copyOf(jpeg(), 200), Reason.DAMAGED),
                Arguments.of(
                        "JPEG without a picture", text("\u00FF\u00D8\u00FF\u00E0\0\4ab\u00FF\u00D9"), Reason.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dishonest")
    void refusesWhatItIsNot(String name, byte[] content, Reason reason) {
        assertRefused(content, reason);
    }

    static Stream<Arguments> dangerousOffice() {
        var macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
        var slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
        var word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        var noMain = docxParts();
        noMain.remove("word/document.xml");
        var both = docxParts();
        both.put(
                "[Content_Types].xml",
                text(
                        new String(both.get("[Content_Types].xml"), StandardCharsets.US_ASCII)
                                .replace(
                                        "</Types>",
                                        "<Override PartName=\"/xl/workbook.xml\""
                                                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>")));
        both.put("xl/workbook.xml", text("<workbook/>"));
        var many = docxParts();
        for (int i = 0; i < 2_100; i++) {
            many.put("word/media/" + i, new byte[0]);
        }
        var damagedTypes = docxParts();
        damagedTypes.put("[Content_Types].xml", text("<Types"));
        var entity = docxParts();
        entity.put(
                "[Content_Types].xml",
                text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Types>&b;</Types>"));
        return Stream.of(
                Arguments.of("macros", with("word/vbaProject.bin", OLE), Reason.MACROS),
                Arguments.of("macros elsewhere", with("word/VBAPROJECT.bin", text("x")), Reason.MACROS),
                Arguments.of("a type with macros", parts("word/document.xml", macros, "<document/>"), Reason.MACROS),
                Arguments.of("slides", parts("ppt/presentation.xml", slides, "<presentation/>"), Reason.UNKNOWN_TYPE),
                Arguments.of(
                        "the wrong main part",
                        parts("word/document.xml", "text/xml", "<document/>"),
                        Reason.UNKNOWN_TYPE),
                Arguments.of("no main part", noMain, Reason.UNKNOWN_TYPE),
                Arguments.of("two main parts", both, Reason.AMBIGUOUS),
                Arguments.of(
                        "an archive",
                        with("word/embeddings/a.bin", zip(Map.of("a", text("a")))),
                        Reason.EMBEDDED_FILES),
                Arguments.of("an object", with("word/embeddings/oleObject1.bin", OLE), Reason.EMBEDDED_FILES),
                Arguments.of("a program", with("word/media/image1.png", text("MZ\u0090\0\3")), Reason.EMBEDDED_FILES),
                Arguments.of("one name twice", with("WORD/document.xml", text("<other/>")), Reason.AMBIGUOUS),
                Arguments.of("a bomb", with("word/media/image1.bmp", new byte[40_000_000]), Reason.EXPANDS_TOO_MUCH),
                Arguments.of(
                        "a bomb as main part",
                        parts("word/document.xml", word, " ".repeat(3_000_000)),
                        Reason.EXPANDS_TOO_MUCH),
                Arguments.of("too many parts", many, Reason.EXPANDS_TOO_MUCH),
                Arguments.of("unreadable types", damagedTypes, Reason.DAMAGED),
                Arguments.of("types that name a file", entity, Reason.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dangerousOffice")
    void refusesAnOfficeDocumentWith(String name, Map<String, byte[]> content, Reason reason) {
        assertRefused(zip(content), reason);
    }

    @Test
    void refusesHalfAnOfficeDocument() {
        assertRefused(Arrays.copyOf(docx(), docx().length / 2), Reason.DAMAGED);
    }

    @Test
    void believesNoArchiveWhatItSaysOfItsSizes() {
        var bomb = zip(with("word/media/image1.bmp", new byte[40_000_000]));
        // The directory's last entry is the bomb's: it says that it unpacks to 10 bytes.
        int entry = Bytes.lastIndexOf(bomb, new byte[] {'P', 'K', 1, 2});
        bomb[entry + 24] = 10;
        Arrays.fill(bomb, entry + 25, entry + 28, (byte) 0);
        assertThatExceptionOfType(DocumentRefused.class).isThrownBy(() -> types.typeOf(bomb));
    }

    private void assertRefused(byte[] content, Reason reason) {
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> types.typeOf(content))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static Map<String, byte[]> with(String name, byte[] content) {
        var parts = docxParts();
        parts.put(name, content);
        return parts;
    }

    private static String digits(int count) {
        var table = new StringBuilder();
        for (int i = 0; table.length() < count; i++) {
            table.append("<c><v>").append(i).append("</v></c>");
        }
        return table.toString();
    }

    /** A PNG whose header promises another size. */
    private static byte[] sized(int width, int height) {
        var content = png();
        var header = ByteBuffer.wrap(content);
        header.putInt(16, width).putInt(20, height);
        var check = new CRC32();
        check.update(content, 12, 17);
        header.putInt(29, (int) check.getValue());
        return content;
    }
}
