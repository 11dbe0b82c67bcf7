package kz.intelligentplatforms.partners.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files as programs write them. */
public final class SampleFiles {

    private static final String TYPES = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\""
            + " ContentType=\"application/xml\"/><Override PartName=\"/%s\" ContentType=\"%s\"/></Types>";

    private SampleFiles() {}

    /** One empty page, with a word in it that makes it unlike any other. */
    public static byte[] pdf(String word) {
        return text("%PDF-1.4\n%" + word
                + "\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n"
                + "trailer<</Size 4/Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    }

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpg");
    }

    public static byte[] docx() {
        return zip(docxParts());
    }

    public static byte[] xlsx() {
        return zip(xlsxParts());
    }

    /** In the order in which Office writes them, to be changed. */
    public static Map<String, byte[]> docxParts() {
        return parts(
                "word/document.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "<document/>");
    }

    public static Map<String, byte[]> xlsxParts() {
        return parts(
                "xl/workbook.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "<workbook/>");
    }

    public static Map<String, byte[]> parts(String main, String type, String content) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", text(TYPES.formatted(main, type)));
        parts.put("_rels/.rels", text("<Relationships/>"));
        parts.put(main, text(content));
        return parts;
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (var piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static byte[] picture(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
