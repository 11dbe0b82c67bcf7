package kz.intelligentplatforms.partners.purchases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.springframework.core.io.InputStreamSource;

/**
 * The text of a file, whatever its encoding: by its byte order mark, else by its XML declaration, else UTF-8 where that fits, else
 * Windows-1251.
 */
final class FileText {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int BEGINNING = 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final InputStreamSource content;
    private final Charset charset;
    private final boolean xml;

    private FileText(InputStreamSource content, Charset charset, boolean xml) {
        this.content = content;
        this.charset = charset;
        this.xml = xml;
    }

    /** @throws UnreadableFile when it is no text, or in an encoding that nobody knows */
    static FileText of(InputStreamSource content) throws IOException, UnreadableFile {
        byte[] beginning;
        try (var stream = content.getInputStream()) {
            beginning = stream.readNBytes(BEGINNING);
        }
        if (startsWith(beginning, ZIP) || startsWith(beginning, OLE)) {
            throw new UnreadableFile(0, 0, Violation.Kind.WORKBOOK);
        }
        var charset = charsetOf(content, beginning);
        // Cut in the middle of a character, perhaps: only what it begins with matters.
        var text = InputText.clean(new String(beginning, charset));
        return new FileText(content, charset, text.startsWith("<"));
    }

    private static Charset charsetOf(InputStreamSource content, byte[] beginning) throws IOException, UnreadableFile {
        if (startsWith(beginning, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(beginning, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(beginning, new byte[] {'<', 0})) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(beginning, new byte[] {(byte) 0xFE, (byte) 0xFF})
                || startsWith(beginning, new byte[] {0, '<'})) {
            return StandardCharsets.UTF_16BE;
        }
        var declared = DECLARATION.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        if (declared.find()) {
            try {
                return Charset.forName(declared.group(1));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new UnreadableFile(1, 1, Violation.Kind.ENCODING);
            }
        }
        return isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS_1251;
    }

    private static boolean isUtf8(InputStreamSource content) throws IOException {
        try (var reader = strict(content.getInputStream(), StandardCharsets.UTF_8)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static Reader strict(InputStream stream, Charset charset) {
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    boolean isXml() {
        return xml;
    }

    Charset charset() {
        return charset;
    }

    /** From its first character on; reading fails with {@link CharacterCodingException} where the encoding is another after all. */
    Reader open() throws IOException, UnreadableFile {
        var reader = new BufferedReader(strict(content.getInputStream(), charset));
        reader.mark(1);
        try {
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (CharacterCodingException e) {
            reader.close();
            throw new UnreadableFile(1, 1, Violation.Kind.ENCODING);
        }
    }
}
