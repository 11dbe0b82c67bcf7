package kz.intelligentplatforms.partners.purchases;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** How far the files have been read that are being read on this node; nothing depends on it but a bar on a page. */
@Component
class ImportProgress {

    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    ImportProgress() {}

    private record Reading(long size, AtomicLong read) {}

    /** The same content, whose reading is watched until {@link #end}. */
    InputStreamSource watch(String id, long size, InputStreamSource content) {
        var reading = new Reading(Math.max(1, size), new AtomicLong());
        readings.put(id, reading);
        return () -> {
            // It is read more than once: its encoding is found out first.
            reading.read().set(0);
            return new Watched(content.getInputStream(), reading.read());
        };
    }

    void end(String id) {
        readings.remove(id);
    }

    /** From 0 to 1; nothing where the file is not being read here. */
    OptionalDouble of(String id) {
        var reading = readings.get(id);
        return reading == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1.0, (double) reading.read().get() / reading.size()));
    }

    private static final class Watched extends FilterInputStream {

        private final AtomicLong count;

        private Watched(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                count.incrementAndGet();
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count.addAndGet(read);
            }
            return read;
        }
    }
}
