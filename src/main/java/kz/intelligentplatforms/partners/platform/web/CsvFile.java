package kz.intelligentplatforms.partners.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file that a spreadsheet set to Russian or Kazakh opens by a double click: UTF-8 with a byte order mark, semicolons, decimal
 * commas. Numbers stay numbers; text never becomes a formula.
 */
public final class CsvFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private final StringBuilder text = new StringBuilder("\uFEFF");
    private final CSVPrinter printer;

    public CsvFile() {
        try {
            printer = new CSVPrinter(text, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line; a cell is a number, or anything that says itself as text. */
    public CsvFile row(Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvFile::cell));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String cell(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        var text = value.toString();
        return value instanceof Number || !beginsFormula(text) ? text : "'" + text;
    }

    private static boolean beginsFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
