package kz.intelligentplatforms.partners.purchases;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.purchases.PurchaseLine.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Documents in CommerceML 2, as 1C exports them: number, date, sum, currency, operation and the buyer's BIN or IIN, or country and tax
 * number. Operations that are neither a sale nor a return are left out, and so are documents that are not posted, marked to be
 * deleted or cancelled.
 */
final class CommerceMlPurchases {

    private static final String ROOT = "КоммерческаяИнформация";
    private static final String DOCUMENT = "Документ";
    private static final String PARTY = "Контрагент";

    private static final Map<String, PurchaseField> FIELDS = Map.of(
            "Ид", PurchaseField.DOCUMENT_ID,
            "Номер", PurchaseField.DOCUMENT_NUMBER,
            "Дата", PurchaseField.DATE,
            "ХозОперация", PurchaseField.KIND,
            "Валюта", PurchaseField.CURRENCY,
            "Сумма", PurchaseField.AMOUNT);
    private static final Map<String, PurchaseKind> OPERATIONS =
            Map.of("отпуск товара", PurchaseKind.SALE, "возврат товара", PurchaseKind.RETURN);
    /** What XML writes behind a sum says nothing: 150000.000 is 150000.00. */
    private static final Pattern ZERO_DECIMALS = Pattern.compile("(\\.[0-9]{2})0+$");

    /** Requisites by which a document does not count, and what they say then; in whichever way yes and no are written. */
    private static final Map<String, LeftOut> REQUISITES = Map.of(
            "проведен", LeftOut.NOT_POSTED,
            "пометкаудаления", LeftOut.DELETED,
            "отменен", LeftOut.CANCELLED);

    private static final Set<String> YES = Set.of("true", "1", "да", "истина");
    private static final Set<String> NO = Set.of("false", "0", "нет", "ложь");

    /** No exchange nests deeper. */
    private static final int MAX_DEPTH = 64;
    /** No number, date or sum is longer; what follows is cut. */
    private static final int MAX_TEXT = 1_000;
    /** The parser hands over long texts in pieces; tags and comments as a whole. */
    private static final int MAX_PIECE = 1_000_000;

    private final BoundedReader text;
    private final XMLStreamReader xml;
    private final PurchaseSink sink;
    private final Deque<String> path = new ArrayDeque<>();

    private @Nullable Document document;
    private @Nullable CommerceMlParty party;
    private StringBuilder read = new StringBuilder();
    private int line;
    private int column;

    private CommerceMlPurchases(Reader text, PurchaseSink sink) throws XMLStreamException {
        this.text = new BoundedReader(text, MAX_PIECE);
        this.xml = parser().createXMLStreamReader(this.text);
        this.sink = sink;
    }

    /** A document that is being read, at this depth. */
    private static final class Document {
        private final int depth;
        private final int line;
        private final int column;
        private final Map<PurchaseField, Cell> cells = new EnumMap<>(PurchaseField.class);
        private @Nullable CommerceMlParty buyer;
        private @Nullable LeftOut leftOut;
        private String requisite = "";

        private Document(int depth, int line, int column) {
            this.depth = depth;
            this.line = line;
            this.column = column;
        }
    }

    /** @throws UnreadableFile where nothing more can be read */
    static void read(Reader text, PurchaseSink sink) throws IOException, UnreadableFile {
        try {
            new CommerceMlPurchases(text, sink).read();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** The Java platform's own: no definitions, so no entities, neither those that grow nor those that fetch. */
    private static XMLInputFactory parser() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static UnreadableFile unreadable(XMLStreamException e) throws IOException {
        var at = e.getLocation();
        int line = at == null ? 0 : Math.max(0, at.getLineNumber());
        int column = at == null ? 0 : Math.max(0, at.getColumnNumber());
        var cause = e.getNestedException();
        if (cause instanceof BoundedReader.TooLong) {
            return new UnreadableFile(line, column, Violation.Kind.TOO_LONG);
        }
        if (cause instanceof CharacterCodingException) {
            return new UnreadableFile(line, column, Violation.Kind.ENCODING);
        }
        if (cause instanceof IOException broken) {
            throw broken;
        }
        return new UnreadableFile(line, column, Violation.Kind.XML_BROKEN);
    }

    private void read() throws XMLStreamException, UnreadableFile {
        while (!sink.isFull() && xml.hasNext()) {
            int event = xml.next();
            text.next();
            switch (event) {
                case START_ELEMENT -> start(xml.getLocalName());
                case CHARACTERS, CDATA -> characters();
                case END_ELEMENT -> end();
                case DTD -> throw here(Violation.Kind.XML_DOCTYPE);
                default -> {}
            }
        }
    }

    private UnreadableFile here(Violation.Kind kind) {
        return new UnreadableFile(
                xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), kind);
    }

    private void start(String name) throws UnreadableFile {
        if (path.isEmpty() && !name.equals(ROOT)) {
            throw here(Violation.Kind.XML_ROOT);
        }
        path.push(name);
        if (path.size() > MAX_DEPTH) {
            throw here(Violation.Kind.XML_TOO_DEEP);
        }
        read = new StringBuilder();
        line = xml.getLocation().getLineNumber();
        column = xml.getLocation().getColumnNumber();
        if (document == null) {
            if (name.equals(DOCUMENT)) {
                document = new Document(path.size(), line, column);
            }
        } else if (party == null && name.equals(PARTY)) {
            party = new CommerceMlParty(path.size());
        }
    }

    private void characters() {
        int room = MAX_TEXT - read.length();
        if (document != null && room > 0) {
            read.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
        }
    }

    private void end() throws UnreadableFile {
        var current = document;
        int depth = path.size();
        var name = path.pop();
        if (current == null) {
            return;
        }
        if (depth == current.depth) {
            document = null;
            finish(current);
        } else if (party != null) {
            endInParty(current, party, name, depth);
        } else if (depth == current.depth + 1 && FIELDS.containsKey(name)) {
            var field = FIELDS.get(name);
            current.cells.putIfAbsent(field, cell(inOurWords(field, text())));
        } else if (depth == current.depth + 1) {
            require(current, name, text());
        } else if (depth == current.depth + 3 && "ЗначениеРеквизита".equals(path.peek())) {
            endInRequisite(current, name);
        }
        read = new StringBuilder();
    }

    private String text() {
        return InputText.clean(read.toString());
    }

    private Cell cell(String text) {
        return new Cell(line, column, text);
    }

    private void endInParty(Document current, CommerceMlParty of, String name, int depth) {
        if (depth == of.depth()) {
            party = null;
            if (of.isRatherTheBuyerThan(current.buyer)) {
                current.buyer = of;
            }
        } else {
            of.end(name, depth, String.valueOf(path.peek()), cell(text()));
        }
    }

    private void endInRequisite(Document current, String name) {
        if (name.equals("Наименование")) {
            current.requisite = text();
        } else if (name.equals("Значение")) {
            require(current, current.requisite, text());
        }
    }

    /** Some exchanges write what a document is in elements of its own, others in its requisites. */
    private static void require(Document current, String requisite, String value) {
        var reason = REQUISITES.get(
                requisite.toLowerCase(Locale.ROOT).replace('ё', 'е').replace(" ", ""));
        if (reason != null && current.leftOut == null) {
            var counts = reason == LeftOut.NOT_POSTED ? NO : YES;
            current.leftOut = counts.contains(value.toLowerCase(Locale.ROOT)) ? reason : null;
        }
    }

    private static String inOurWords(PurchaseField field, String text) {
        return switch (field) {
            case KIND -> {
                var kind = OPERATIONS.get(text.toLowerCase(Locale.ROOT));
                yield kind == null ? text : kind.name();
            }
            case AMOUNT -> ZERO_DECIMALS.matcher(text).replaceFirst("$1");
            default -> text;
        };
    }

    private void finish(Document read) throws UnreadableFile {
        var operation = textOf(read, PurchaseField.KIND);
        if (!operation.isEmpty()
                && OPERATIONS.values().stream().noneMatch(kind -> kind.name().equals(operation))) {
            sink.leaveOut(LeftOut.OPERATION_LEFT_OUT, operation);
        } else if (read.leftOut != null) {
            sink.leaveOut(read.leftOut, textOf(read, PurchaseField.DOCUMENT_NUMBER));
        } else {
            if (read.buyer != null) {
                read.cells.putAll(read.buyer.cells());
            }
            sink.take(new PurchaseLine(read.line, read.column, read.cells));
        }
    }

    private static String textOf(Document read, PurchaseField field) {
        var cell = read.cells.get(field);
        return cell == null ? "" : cell.text();
    }
}
