package kz.intelligentplatforms.partners.documents;

import static java.nio.charset.StandardCharsets.US_ASCII;

import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;

/** PDF, which lenient readers would also find in the middle of something else. */
final class PdfFile {

    private static final byte[] BEGINNING = "%PDF-".getBytes(US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(US_ASCII);

    /** Some programs fill the file up behind its end. */
    private static final int MAX_BEHIND_END = 2048;

    private PdfFile() {}

    /** @throws DocumentRefused when it is no PDF, not only that, or more than pages */
    static void check(byte[] content) {
        if (!Bytes.beginsWith(content, BEGINNING) || Bytes.isArchive(content) || Bytes.looksLikePage(content)) {
            throw new DocumentRefused(Reason.AMBIGUOUS);
        }
        int end = Bytes.lastIndexOf(content, END);
        if (end < 0) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
        if (content.length - end > MAX_BEHIND_END) {
            throw new DocumentRefused(Reason.AMBIGUOUS);
        }
        PdfContent.check(content);
    }
}
