package kz.intelligentplatforms.partners.documents;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
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

    /** Actions that run something, or send what is filled in. */
    private static final Set<String> RUNS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute");

    private PdfContent() {}

    /** @throws DocumentRefused when it runs something, has other files in it, asks for a password, or cannot be read */
    static void check(byte[] content) {
        try {
            PackedObjects.check(content);
            walkAll(content);
        } catch (InvalidPasswordException e) {
            throw new DocumentRefused(Reason.PROTECTED);
        } catch (IOException | IllegalArgumentException | ClassCastException | StackOverflowError e) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
    }

    private static void walkAll(byte[] content) throws IOException {
        try (var pdf = Loader.loadPDF(new PatientSource(content))) {
            var objects = pdf.getDocument();
            walk(objects.getTrailer());
            for (var key : Set.copyOf(objects.getXrefTable().keySet())) {
                walk(objects.getObjectFromPool(key));
            }
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
}
