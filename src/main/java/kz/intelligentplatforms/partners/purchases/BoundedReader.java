package kz.intelligentplatforms.partners.purchases;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives up where one row, or one tag, goes on and on: a file without an end of line, a quote that is never closed. */
final class BoundedReader extends FilterReader {

    private final int limit;
    private int read;
    private int last = -1;

    /** @param limit characters between two calls of {@link #next}; buffers that read ahead come on top */
    BoundedReader(Reader in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** The row went on for too long. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("Row too long");
        }
    }

    /** Another row begins. */
    void next() {
        read = 0;
    }

    /** The last character that was read; -1 before the first. */
    int last() {
        return last;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        if (character >= 0) {
            count(1, character);
        }
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count, buffer[offset + count - 1]);
        }
        return count;
    }

    private void count(int count, int character) throws TooLong {
        last = character;
        read += count;
        if (read > limit) {
            throw new TooLong();
        }
    }
}
