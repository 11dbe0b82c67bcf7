package kz.intelligentplatforms.partners.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.COSParser;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a PDF that lie in packed streams, which the library unpacks in memory as soon as it opens a file. They are found and
 * read here as it does, by its own parser, and measured before.
 */
final class PackedObjects extends COSParser {

    /** In bytes: what all of them may unpack to. */
    private static final long MAX_UNPACKED = 64L * 1024 * 1024;

    /** In bytes, of one stream and of all: what is encrypted cannot be measured, and grows a thousand times at most. */
    private static final long MAX_PACKED = 128L * 1024;

    private static final long MAX_ALL_PACKED = 2L * 1024 * 1024;

    /** Honest writers put a few hundred objects into a stream, and rows of a dozen bytes into a table. */
    private static final long MAX_NUMBER = 1_000_000;

    private static final byte[] OBJECT = {'o', 'b', 'j'};
    private static final byte[] END = ENDSTREAM_STRING.getBytes(StandardCharsets.US_ASCII);
    private static final int TIMES_READ = 4;

    private final byte[] content;
    private long read;
    private long packed;
    private long unpacked;

    private PackedObjects(byte[] content, COSDocument pool) throws IOException {
        super(new PatientSource(content));
        this.content = content;
        this.document = pool;
    }

    /** @throws DocumentRefused when they are out of all proportion, or written as nobody does */
    static void check(byte[] content) throws IOException {
        try (var pool = new COSDocument()) {
            var objects = new PackedObjects(content, pool);
            for (int at = Bytes.indexOf(content, OBJECT, 0); at >= 0; at = Bytes.indexOf(content, OBJECT, at + 1)) {
                objects.checkAt(at + OBJECT.length);
            }
        }
    }

    private void checkAt(int begin) {
        try {
            source.seek(begin);
            if (parseDirObject() instanceof COSDictionary dictionary && isPacked(dictionary)) {
                skipSpaces();
                if (readString().equals(STREAM_STRING)) {
                    skipWhiteSpaces();
                    checkStream(dictionary, (int) source.getPosition());
                }
            }
            read += source.getPosition() - begin;
        } catch (IOException e) {
            // No object, for the library neither.
            read += OBJECT.length;
        }
        if (read > (long) TIMES_READ * content.length) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
    }

    /** The library takes it for packed objects, or for a table of objects, whatever its type says. */
    private static boolean isPacked(COSDictionary dictionary) {
        return isTable(dictionary) || (dictionary.containsKey(COSName.N) && dictionary.containsKey(COSName.FIRST));
    }

    private static boolean isTable(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.W) && !dictionary.containsKey(COSName.FIRST);
    }

    private void checkStream(COSDictionary dictionary, int begin) {
        if (!isPackedAsUsual(dictionary)) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
        long size = sizeOf(dictionary, begin);
        packed += isTable(dictionary) ? 0 : size;
        unpacked += dictionary.containsKey(COSName.FILTER) ? unpackedSize(begin) : size;
        if (unpacked > MAX_UNPACKED || packed > MAX_ALL_PACKED || (size > MAX_PACKED && !isTable(dictionary))) {
            throw new DocumentRefused(Reason.EXPANDS_TOO_MUCH);
        }
    }

    /** Once, by the usual method, with small numbers, and all of it said in place. */
    private static boolean isPackedAsUsual(COSDictionary dictionary) {
        var filter = only(dictionary.getItem(COSName.FILTER));
        var parameters = only(dictionary.getItem(COSName.DECODE_PARMS));
        return (filter == null
                        || filter.equals(COSName.FLATE_DECODE)
                        || filter.equals(COSName.FLATE_DECODE_ABBREVIATION))
                && !dictionary.containsKey(COSName.F)
                && (parameters == null
                        || (parameters instanceof COSDictionary numbers
                                && numbers.getValues().stream().allMatch(PackedObjects::isSmall)))
                && List.of(COSName.N, COSName.FIRST).stream()
                        .map(dictionary::getItem)
                        .allMatch(number -> number == null || isSmall(number));
    }

    private static @Nullable COSBase only(@Nullable COSBase item) {
        return item instanceof COSArray array && array.size() == 1 ? array.get(0) : item;
    }

    private static boolean isSmall(COSBase number) {
        return number instanceof COSInteger integer && integer.longValue() >= 0 && integer.longValue() <= MAX_NUMBER;
    }

    /** In bytes, in the file: the larger of what is said and what is there, since the library may believe either. */
    private long sizeOf(COSDictionary dictionary, int begin) {
        int end = Bytes.indexOf(content, END, begin);
        long there = (end < 0 ? content.length : end) - (long) begin;
        return dictionary.getItem(COSName.LENGTH) instanceof COSInteger said
                ? Math.max(there, said.longValue())
                : there;
    }

    /** Up to a little more than is allowed; as the library does, whatever the two bytes before say. */
    private long unpackedSize(int begin) {
        var inflater = new Inflater(true);
        long size = 0;
        try {
            int from = Math.min(begin + 2, content.length);
            inflater.setInput(content, from, content.length - from);
            var buffer = new byte[64 * 1024];
            for (int n = inflater.inflate(buffer); n > 0 && size <= MAX_UNPACKED; n = inflater.inflate(buffer)) {
                size += n;
            }
        } catch (DataFormatException e) {
            // Encrypted, or damaged: it unpacks so far.
        } finally {
            inflater.end();
        }
        return size;
    }
}
