package kz.intelligentplatforms.partners.points.purchases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file as the readers understand it, before anybody asks what it means. */
final class ReadFile implements PurchaseSink {

    final List<PurchaseLine> lines = new ArrayList<>();
    final List<Flaw> flaws = new ArrayList<>();
    final List<ImportReport.Warning.Kind> warnings = new ArrayList<>();
    int leftOut;

    static ReadFile of(String content) {
        return of(content, StandardCharsets.UTF_8);
    }

    static ReadFile of(String content, Charset charset) {
        return of(content.getBytes(charset));
    }

    static ReadFile of(byte[] content) {
        var read = new ReadFile();
        try {
            var text = FileText.of(() -> new ByteArrayInputStream(content));
            try (var reader = text.open()) {
                if (text.isXml()) {
                    CommerceMlPurchases.read(reader, read);
                } else {
                    CsvPurchases.read(reader, read);
                }
            }
        } catch (UnreadableFile e) {
            read.flaws.add(e.flaw());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** The texts of a line in the order of the fields. */
    List<String> texts(int index) {
        return Arrays.stream(PurchaseField.values())
                .map(field -> lines.get(index).cell(field).text())
                .toList();
    }

    @Override
    public void take(PurchaseLine line) {
        lines.add(line);
    }

    @Override
    public void refuse(Flaw flaw) {
        flaws.add(flaw);
    }

    @Override
    public void leaveOut() {
        leftOut++;
    }

    @Override
    public void warn(ImportReport.Warning warning) {
        warnings.add(warning.kind());
    }
}
