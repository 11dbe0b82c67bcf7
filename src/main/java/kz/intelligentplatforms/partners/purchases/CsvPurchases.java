package kz.intelligentplatforms.partners.purchases;

import static kz.intelligentplatforms.partners.purchases.PurchaseField.AMOUNT;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.CURRENCY;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DATE;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.DOCUMENT_NUMBER;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.KIND;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_BIN;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_COUNTRY;
import static kz.intelligentplatforms.partners.purchases.PurchaseField.PARTNER_TAX_NUMBER;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.purchases.ImportReport.Warning;
import kz.intelligentplatforms.partners.purchases.PurchaseLine.Cell;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as spreadsheets and the ERP write it: comma or semicolon, the columns in any order under English or Russian heads.
 * Columns with other heads are left out; without one for the currency it is KZT.
 */
final class CsvPurchases {

    /** A row that is longer is none. */
    private static final int MAX_ROW = 100_000;

    private static final int HEAD = 16_384;

    private static final Map<String, PurchaseField> RUSSIAN = Map.of(
            "номер документа", DOCUMENT_NUMBER,
            "ид", PurchaseField.DOCUMENT_ID,
            "бин", PARTNER_BIN,
            "страна", PARTNER_COUNTRY,
            "налоговый номер", PARTNER_TAX_NUMBER,
            "дата", DATE,
            "сумма", AMOUNT,
            "вид", KIND,
            "валюта", CURRENCY);
    /** Without one of these there is no telling whose purchase it is, or of what. */
    private static final Set<PurchaseField> REQUIRED = EnumSet.of(DOCUMENT_NUMBER, PARTNER_BIN, DATE, AMOUNT, KIND);

    /** What may stand in place of a column for the BIN. */
    private static final Set<PurchaseField> FOREIGN = EnumSet.of(PARTNER_COUNTRY, PARTNER_TAX_NUMBER);

    private static final Map<String, PurchaseKind> RUSSIAN_KINDS =
            Map.of("продажа", PurchaseKind.SALE, "возврат", PurchaseKind.RETURN);

    private final PurchaseSink sink;
    /** By the column's number, from 0. */
    private final List<Optional<PurchaseField>> columns = new ArrayList<>();

    private CsvPurchases(PurchaseSink sink) {
        this.sink = sink;
    }

    /** @throws UnreadableFile where nothing more can be read */
    static void read(Reader text, PurchaseSink sink) throws IOException, UnreadableFile {
        new CsvPurchases(sink).read(text);
    }

    private void read(Reader text) throws IOException, UnreadableFile {
        var bounded = new BoundedReader(text, MAX_ROW);
        long line = 0;
        try (var reader = new BufferedReader(bounded, HEAD);
                var parser = CSVParser.builder()
                        .setReader(reader)
                        .setFormat(CSVFormat.DEFAULT
                                .builder()
                                .setDelimiter(delimiter(reader))
                                .get())
                        .get()) {
            var rows = parser.iterator();
            while (!sink.isFull() && rows.hasNext()) {
                var row = rows.next();
                bounded.next();
                line = parser.getCurrentLineNumber();
                take(
                        row,
                        (int) line
                                - row.stream()
                                        .mapToInt(CsvPurchases::lineBreaks)
                                        .sum());
            }
        } catch (UncheckedIOException e) {
            throw unreadable((int) line + 1, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable((int) line + 1, e);
        }
        if (bounded.last() != '\n' && bounded.last() != '\r') {
            sink.warn(new Warning(Warning.Kind.NO_LAST_LINE_BREAK, ""));
        }
    }

    private static UnreadableFile unreadable(int line, IOException cause) throws IOException {
        if (cause instanceof BoundedReader.TooLong) {
            return new UnreadableFile(line, 1, Violation.Kind.TOO_LONG);
        }
        if (cause instanceof CharacterCodingException) {
            return new UnreadableFile(line, 1, Violation.Kind.ENCODING);
        }
        if (cause instanceof CSVException) {
            return new UnreadableFile(line, 1, Violation.Kind.QUOTES);
        }
        throw cause;
    }

    /** Of comma and semicolon the one that there is more of in the head. */
    private static char delimiter(BufferedReader reader) throws IOException {
        var beginning = new char[HEAD];
        reader.mark(HEAD);
        int length = Math.max(0, reader.read(beginning));
        reader.reset();
        var head = InputText.clean(new String(beginning, 0, length))
                .lines()
                .findFirst()
                .orElse("");
        long semicolons = head.chars().filter(character -> character == ';').count();
        long commas = head.chars().filter(character -> character == ',').count();
        return semicolons >= commas ? ';' : ',';
    }

    private static int lineBreaks(String cell) {
        return cell.indexOf('\n') < 0
                ? 0
                : (int) cell.chars().filter(character -> character == '\n').count();
    }

    private void take(CSVRecord row, int line) throws UnreadableFile {
        if (columns.isEmpty()) {
            readHead(row, line);
            return;
        }
        int cells = row.size();
        while (cells > columns.size() && InputText.clean(row.get(cells - 1)).isEmpty()) {
            cells--;
        }
        if (row.stream().allMatch(cell -> InputText.clean(cell).isEmpty())) {
            return; // what spreadsheets leave below a table
        }
        if (cells != columns.size()) {
            var kind = cells < columns.size() ? Violation.Kind.CELLS_MISSING : Violation.Kind.CELLS_TOO_MANY;
            sink.refuse(Violation.ofFile(
                    line,
                    Math.min(cells, columns.size()),
                    kind,
                    String.valueOf(cells),
                    String.valueOf(columns.size())));
            return;
        }
        var found = new EnumMap<PurchaseField, Cell>(PurchaseField.class);
        for (int i = 0; i < columns.size(); i++) {
            int column = i + 1;
            var text = row.get(i);
            columns.get(i).ifPresent(field -> found.put(field, new Cell(line, column, inOurWords(field, text))));
        }
        found.computeIfAbsent(
                CURRENCY, none -> columns.contains(Optional.of(CURRENCY)) ? null : new Cell(line, 0, "KZT"));
        sink.take(new PurchaseLine(line, 1, found));
    }

    private void readHead(CSVRecord row, int line) throws UnreadableFile {
        var known = EnumSet.noneOf(PurchaseField.class);
        var others = new ArrayList<String>();
        for (var head : row) {
            var field = field(head);
            if (field.isPresent() && !known.add(field.get())) {
                throw new UnreadableFile(line, columns.size() + 1, Violation.Kind.COLUMN_TWICE, InputText.clean(head));
            }
            if (field.isEmpty() && !InputText.clean(head).isEmpty()) {
                others.add(shortened(InputText.clean(head)));
            }
            columns.add(field);
        }
        var missing = EnumSet.copyOf(REQUIRED);
        missing.removeAll(known);
        if (known.containsAll(FOREIGN)) {
            missing.remove(PARTNER_BIN);
        }
        if (!missing.isEmpty()) {
            var names = missing.stream().map(CsvPurchases::heads).collect(Collectors.joining(", "));
            throw new UnreadableFile(line, 1, Violation.Kind.COLUMNS_MISSING, names);
        }
        if (!others.isEmpty()) {
            sink.warn(new Warning(Warning.Kind.OTHER_COLUMNS, shortened(String.join(", ", others))));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static Optional<PurchaseField> field(String head) {
        var name = InputText.clean(head).toLowerCase(Locale.ROOT);
        return EnumSet.complementOf(EnumSet.of(PurchaseField.CORRECTS)).stream()
                .filter(field -> field.property().toLowerCase(Locale.ROOT).equals(name) || RUSSIAN.get(name) == field)
                .findFirst();
    }

    private static String heads(PurchaseField field) {
        return RUSSIAN.entrySet().stream()
                .filter(head -> head.getValue() == field)
                .map(head -> "«" + head.getKey() + "»")
                .collect(Collectors.joining());
    }

    private static String inOurWords(PurchaseField field, String text) {
        return switch (field) {
            case KIND -> kind(text);
            case PARTNER_COUNTRY -> Countries.code(text);
            default -> text;
        };
    }

    /** Kinds are words in the file's language; what is none is told as it stands. */
    private static String kind(String text) {
        var word = InputText.clean(text);
        var kind = RUSSIAN_KINDS.get(word.toLowerCase(Locale.ROOT));
        return kind == null ? word.toUpperCase(Locale.ROOT) : kind.name();
    }
}
