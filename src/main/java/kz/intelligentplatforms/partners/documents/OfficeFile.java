package kz.intelligentplatforms.partners.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import kz.intelligentplatforms.partners.platform.web.StorageFull;

/**
 * Word and Excel documents (Office Open XML): archives whose part {@code [Content_Types].xml} says what the others are. What is
 * checked is what Office reads: the parts that the archive's directory names.
 */
final class OfficeFile {

    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final Map<String, DocumentType> MAIN_PARTS = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", DocumentType.DOCX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", DocumentType.XLSX);

    private static final int MAX_PARTS = 2_000;
    private static final long MAX_UNPACKED = 100_000_000;

    /** Generous: tables of numbers shrink to a thirtieth. */
    private static final long MAX_RATIO = 100;

    /** So small that the ratio does not matter. */
    private static final long HARMLESS = 1_000_000;

    /** Archives, old Office documents (which is also how macros and embedded objects are kept), programs. */
    private static final List<byte[]> FOREIGN = List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {'R', 'a', 'r', '!', 0x1A, 7},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C},
            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
            new byte[] {0x7F, 'E', 'L', 'F'},
            new byte[] {'M', 'Z'});

    private static final int LONGEST_SIGNATURE = 8;

    private OfficeFile() {}

    /** @throws DocumentRefused when it is neither, or carries what it must not */
    static DocumentType typeOf(byte[] content) {
        if (Bytes.looksLikePdf(content) || Bytes.looksLikePage(content)) {
            throw new DocumentRefused(Reason.AMBIGUOUS);
        }
        try {
            var copy = copyOf(content);
            try {
                return typeOf(copy, content.length);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file: the library that reads the parts by their index takes nothing else. */
    private static Path copyOf(byte[] content) {
        try {
            var copy = Files.createTempFile("document", ".zip");
            try {
                return Files.write(copy, content);
            } catch (IOException e) {
                Files.delete(copy);
                throw e;
            }
        } catch (IOException e) {
            throw new StorageFull(e);
        }
    }

    private static DocumentType typeOf(Path copy, long packed) throws IOException {
        try (var zip = new ZipFile(copy.toFile())) {
            var parts = partsOf(zip);
            long budget = Math.min(MAX_UNPACKED, Math.max(HARMLESS, packed * MAX_RATIO));
            for (var part : parts.values()) {
                budget -= unpack(zip, part, budget);
            }
            var contentTypes = parts.get(CONTENT_TYPES);
            if (contentTypes == null) {
                throw new DocumentRefused(Reason.UNKNOWN_TYPE);
            }
            try (var xml = zip.getInputStream(contentTypes)) {
                return mainPart(xml, parts.keySet());
            }
        } catch (ZipException | EOFException | XMLStreamException e) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
    }

    /** By their names in lower case: Office makes no difference. */
    private static Map<String, ZipEntry> partsOf(ZipFile zip) {
        if (zip.size() > MAX_PARTS) {
            throw new DocumentRefused(Reason.EXPANDS_TOO_MUCH);
        }
        var parts = new HashMap<String, ZipEntry>();
        for (var entry : Collections.list(zip.entries())) {
            if (parts.put(entry.getName().toLowerCase(Locale.ROOT), entry) != null) {
                // Which of the two is read depends on the reader.
                throw new DocumentRefused(Reason.AMBIGUOUS);
            }
        }
        if (parts.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new DocumentRefused(Reason.MACROS);
        }
        return parts;
    }

    /** How large the part is unpacked, whatever the archive says of it. */
    private static long unpack(ZipFile zip, ZipEntry part, long budget) throws IOException {
        try (var unpacked = zip.getInputStream(part)) {
            var beginning = unpacked.readNBytes(LONGEST_SIGNATURE);
            if (FOREIGN.stream().anyMatch(signature -> Bytes.beginsWith(beginning, signature))) {
                throw new DocumentRefused(Reason.EMBEDDED_FILES);
            }
            long size = beginning.length;
            var buffer = new byte[8192];
            for (int read = 0; read >= 0; read = unpacked.read(buffer)) {
                size += read;
                if (size > budget) {
                    throw new DocumentRefused(Reason.EXPANDS_TOO_MUCH);
                }
            }
            return size;
        }
    }

    private static DocumentType mainPart(InputStream contentTypes, Set<String> parts) throws XMLStreamException {
        var found = EnumSet.noneOf(DocumentType.class);
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(contentTypes);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                var type = Objects.requireNonNullElse(xml.getAttributeValue(null, "ContentType"), "");
                if (type.contains("macroEnabled")) {
                    throw new DocumentRefused(Reason.MACROS);
                }
                var name = Objects.requireNonNullElse(xml.getAttributeValue(null, "PartName"), "");
                var main = MAIN_PARTS.get(type);
                if (main != null && parts.contains(name.replaceFirst("^/", "").toLowerCase(Locale.ROOT))) {
                    found.add(main);
                }
            }
        }
        if (found.size() > 1) {
            throw new DocumentRefused(Reason.AMBIGUOUS);
        }
        return found.stream().findFirst().orElseThrow(() -> new DocumentRefused(Reason.UNKNOWN_TYPE));
    }
}
