package kz.intelligentplatforms.partners.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file's bytes give away whatever its type. */
final class Bytes {

    /** So far into a file readers look for the beginning of a PDF, and browsers for markup. */
    private static final int BEGINNING = 1024;

    private static final List<String> MARKUP =
            List.of("<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg");

    /** An archive's directory ends with this, a comment of up to 64 KB behind it. */
    private static final byte[] ARCHIVE_END = {'P', 'K', 5, 6};

    private static final byte[] ARCHIVE_DIRECTORY = {'P', 'K', 1, 2};
    private static final byte[] LARGE_ARCHIVE_END = {'P', 'K', 6, 7};
    private static final int ARCHIVE_END_LENGTH = 22;
    private static final int LARGE_ARCHIVE_END_LENGTH = 20;
    private static final int ARCHIVE_TAIL = 0xFFFF + ARCHIVE_END_LENGTH;

    private Bytes() {}

    static boolean beginsWith(byte[] content, byte[] signature) {
        return isAt(content, 0, signature);
    }

    /** Where the first occurrence from there on begins; -1 where there is none. */
    static int indexOf(byte[] content, byte[] sought, int from) {
        for (int i = from; i <= content.length - sought.length; i++) {
            if (isAt(content, i, sought)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the last occurrence begins; -1 where there is none. */
    static int lastIndexOf(byte[] content, byte[] sought) {
        for (int i = content.length - sought.length; i >= 0; i--) {
            if (isAt(content, i, sought)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a lenient reader would take it for a PDF. */
    static boolean looksLikePdf(byte[] content) {
        return beginning(content).contains("%pdf-");
    }

    /** Whether a browser that guesses could take it for a page. */
    static boolean looksLikePage(byte[] content) {
        return MARKUP.stream().anyMatch(beginning(content)::contains);
    }

    /** Whether it can be unpacked: archives are read from their end, so anything may stand before them. */
    static boolean isArchive(byte[] content) {
        int first = Math.max(0, content.length - ARCHIVE_TAIL);
        for (int end = content.length - ARCHIVE_END_LENGTH; end >= first; end--) {
            if (isAt(content, end, ARCHIVE_END)
                    && (isAt(content, end - directoryLength(content, end), ARCHIVE_DIRECTORY)
                            || isAt(content, end - LARGE_ARCHIVE_END_LENGTH, LARGE_ARCHIVE_END))) {
                return true;
            }
        }
        return false;
    }

    private static int directoryLength(byte[] content, int end) {
        int length = 0;
        for (int i = 15; i >= 12; i--) {
            length = length << 8 | content[end + i] & 0xFF;
        }
        return length;
    }

    private static String beginning(byte[] content) {
        return new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isAt(byte[] content, int position, byte[] sought) {
        int end = position + sought.length;
        return position >= 0
                && end >= position
                && end <= content.length
                && Arrays.equals(content, position, end, sought, 0, sought.length);
    }
}
