package kz.intelligentplatforms.partners.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;

/** Pictures. Only the header is decoded: nobody here looks at them. */
final class ImageFile {

    /** Of one side: what a scanner makes of a large sheet. */
    private static final int MAX_SIDE = 20_000;

    private static final long MAX_PIXELS = 150_000_000;

    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};

    private ImageFile() {}

    /** @throws DocumentRefused when it is no such picture, or not only that */
    static void check(byte[] content, DocumentType type) {
        if (Bytes.isArchive(content) || Bytes.looksLikePdf(content) || Bytes.looksLikePage(content)) {
            throw new DocumentRefused(Reason.AMBIGUOUS);
        }
        checkEnd(content, type);
        checkHeader(content, type);
    }

    private static void checkEnd(byte[] content, DocumentType type) {
        int end = Bytes.lastIndexOf(content, type == DocumentType.PNG ? PNG_END : JPEG_END);
        if (end < 0) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
        // Telephones add second pictures and data of their own behind a JPEG; behind a PNG nothing belongs.
        if (type == DocumentType.PNG && end + PNG_END.length < content.length) {
            throw new DocumentRefused(Reason.AMBIGUOUS);
        }
    }

    private static void checkHeader(byte[] content, DocumentType type) {
        var reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
                throw new DocumentRefused(Reason.EXPANDS_TOO_MUCH);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DocumentRefused(Reason.DAMAGED);
        } finally {
            reader.dispose();
        }
    }
}
