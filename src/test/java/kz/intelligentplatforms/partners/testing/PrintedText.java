package kz.intelligentplatforms.partners.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF as a person does: what has no glyph or lies outside of the page is not there. */
public final class PrintedText extends PDFTextStripper {

    /** What people of Kazakhstan write, beyond the letters of Russian and English. */
    public static final String LETTERS = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі Ёё №«»„“—–… ₸²₽ →−×";

    /** Longer than any line. */
    public static final String LONG_WORD = "Автоматизация".repeat(14);

    private PrintedText() {}

    public static String of(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PrintedText().getText(document);
        }
    }

    /** The same without blanks and ends of lines, between which a long word may have been broken. */
    public static String joined(byte[] pdf) throws IOException {
        return withoutBlanks(of(pdf));
    }

    public static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\u00A0]", "");
    }

    @Override
    protected void writeString(String text, List<TextPosition> glyphs) throws IOException {
        for (var glyph : glyphs) {
            var page = getCurrentPage().getMediaBox();
            assertThat(glyph.getX()).as(text).isBetween(0f, page.getWidth());
            assertThat(glyph.getX() + glyph.getWidth()).as(text).isBetween(0f, page.getWidth());
            assertThat(glyph.getY()).as(text).isBetween(0f, page.getHeight());
            if (glyph.getFont() instanceof PDType0Font font) {
                for (int code : glyph.getCharacterCodes()) {
                    assertThat(font.codeToGID(code)).as(text).isNotZero();
                }
            }
        }
        super.writeString(text, glyphs);
    }
}
