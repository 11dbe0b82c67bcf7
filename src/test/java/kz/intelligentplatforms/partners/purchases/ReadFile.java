package kz.intelligentplatforms.partners.purchases;

import static kz.intelligentplatforms.partners.purchases.PurchaseField.AMOUNT;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.CURRENCY;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DATE;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_NUMBER;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.KIND;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_BIN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A file as the readers understand it, before anybody asks what it means. */
final class ReadFile implements PurchaseSink {

    final List<PurchaseLine> lines = new ArrayList<>();
    final List<Violation> flaws = new ArrayList<>();
    final List<ImportReport.Warning.Kind> warnings = new ArrayList<>();
    final LeftOutDocuments leftOut = new LeftOutDocuments();

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

    /** What no purchase goes without. */
    static final Set<PurchaseField> USUAL = EnumSet.of(DOCUMENT_NUMBER, PARTNER_BIN, DATE, AMOUNT, KIND, CURRENCY);

    /** The usual texts of a line in the order of the fields. */
    List<String> texts(int index) {
        return USUAL.stream().map(field -> lines.get(index).cell(field).text()).toList();
    }

    /** One of the files that people of the field sent in. */
    static ReadFile named(String name) {
        return of(content(name));
    }

    static byte[] content(String name) {
        try (var stream = ReadFile.class.getResourceAsStream("/purchases/" + name)) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void take(PurchaseLine line) {
        lines.add(line);
    }

    @Override
    public void refuse(Violation flaw) {
        flaws.add(flaw);
    }

    @Override
    public void leaveOut(LeftOut reason, String name) {
        leftOut.add(reason, name);
    }

    @Override
    public void warn(ImportReport.Warning warning) {
        warnings.add(warning.kind());
    }
}
