package kz.intelligentplatforms.partners.documents;

import java.io.IOException;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A PDF as its reader sees it, which gives up on one that makes it read the same again and again. */
final class PatientSource extends RandomAccessReadBuffer {

    /** An honest file is read a few times over. */
    private static final long TIMES_READ = 40;

    private static final long AT_LEAST = 2_000_000;

    private long left;

    PatientSource(byte[] content) {
        super(content);
        left = AT_LEAST + TIMES_READ * content.length;
    }

    @Override
    public int read() throws IOException {
        take(1);
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        take(Math.max(count, 1));
        return count;
    }

    @Override
    public void seek(long position) throws IOException {
        take(1);
        super.seek(position);
    }

    private void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
    }
}
