package kz.intelligentplatforms.partners.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * What a PDF does beyond showing pages. It is read object by object, as a reader does, because what it runs may lie in compressed
 * objects or under names in other writings.
 */
final class PdfContent {

    /** In bytes: what a stream that is no picture may unpack to. */
    private static final int MAX_STREAM = 64 * 1024 * 1024;

    /** Actions that run something, or send what is filled in. */
    private static final Set<String> RUNS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute");

    private static final Pattern STREAM = Pattern.compile("(?s)>>\\s*stream\\r?\\n");
    private static final Pattern PICTURE = Pattern.compile("/Image\\b");

    /** Where a dictionary that holds a picture may say that it is none: in a name written with escapes, or as packed objects. */
    private static final Pattern NO_PICTURE = Pattern.compile("#|ObjStm|XRef");

    private PdfContent() {}

    /** @throws DocumentRefused when it runs something, has other files in it, asks for a password, or cannot be read */
    static void check(byte[] content) {
        refuseBombs(content);
        try (var pdf = Loader.loadPDF(content)) {
            var objects = pdf.getDocument();
            walk(objects.getTrailer());
            for (var key : Set.copyOf(objects.getXrefTable().keySet())) {
                walk(objects.getObjectFromPool(key));
            }
        } catch (InvalidPasswordException e) {
            throw new DocumentRefused(Reason.PROTECTED);
        } catch (IOException | IllegalArgumentException | ClassCastException | StackOverflowError e) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
    }

    private static void walk(COSBase start) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            var object = open.pop();
            if (!seen.add(object)) {
                continue;
            }
            if (object instanceof COSDictionary dictionary) {
                look(dictionary);
                // Other objects come by themselves: only what is written in place belongs to this one.
                dictionary.entrySet().stream()
                        .map(entry -> entry.getValue())
                        .filter(value -> !(value instanceof COSObject))
                        .forEach(open::push);
            } else if (object instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i) != null && !(array.get(i) instanceof COSObject)) {
                        open.push(array.get(i));
                    }
                }
            } else if (object instanceof COSObject reference && reference.getObject() != null) {
                open.push(reference.getObject());
            }
        }
    }

    private static void look(COSDictionary dictionary) {
        var action = dictionary.getCOSName(COSName.S);
        if (dictionary.containsKey(COSName.JS)
                || dictionary.containsKey(COSName.JAVA_SCRIPT)
                || dictionary.containsKey(COSName.getPDFName("XFA"))
                || (action != null && RUNS.contains(action.getName()))) {
            throw new DocumentRefused(Reason.SCRIPTS);
        }
        if (dictionary.containsKey(COSName.EF)
                || dictionary.containsKey(COSName.EMBEDDED_FILES)
                || COSName.EMBEDDED_FILE.equals(dictionary.getCOSName(COSName.TYPE))) {
            throw new DocumentRefused(Reason.EMBEDDED_FILES);
        }
    }

    /** The library unpacks objects in memory, however many they become; pictures stay packed. */
    private static void refuseBombs(byte[] content) {
        var text = new String(content, ISO_8859_1);
        var stream = STREAM.matcher(text);
        while (stream.find()) {
            var dictionary = text.substring(Math.max(text.lastIndexOf("obj", stream.start()), 0), stream.start());
            boolean picture = PICTURE.matcher(dictionary).find()
                    && !NO_PICTURE.matcher(dictionary).find();
            if (!picture && unpacksToMore(content, stream.end())) {
                throw new DocumentRefused(Reason.EXPANDS_TOO_MUCH);
            }
        }
    }

    private static boolean unpacksToMore(byte[] content, int from) {
        var inflater = new Inflater();
        try {
            inflater.setInput(content, from, content.length - from);
            var buffer = new byte[64 * 1024];
            long size = 0;
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                size += n;
                if (size > MAX_STREAM) {
                    return true;
                }
            }
            return false;
        } catch (DataFormatException e) {
            // Packed otherwise, or not at all.
            return false;
        } finally {
            inflater.end();
        }
    }
}
