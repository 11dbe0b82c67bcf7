package kz.intelligentplatforms.partners.documents;

import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Recognises a file by its content, never by its name, and refuses what is not exactly one thing of a type we take. */
@Component
class TypeDetector {

    private final Tika tika = new Tika();

    /** @throws DocumentRefused when it is none of the types, damaged, or more than it seems */
    DocumentType typeOf(byte[] content) {
        var type = switch (tika.detect(content)) {
            case "application/pdf" -> DocumentType.PDF;
            case "image/png" -> DocumentType.PNG;
            case "image/jpeg" -> DocumentType.JPEG;
            // Which of the Office documents it is, its parts say; by the order of its parts it may look like any
            // archive.
            case "application/zip", "application/x-tika-ooxml" -> OfficeFile.typeOf(content);
            default -> throw new DocumentRefused(Reason.UNKNOWN_TYPE);
        };
        if (type == DocumentType.PDF) {
            PdfFile.check(content);
        } else if (type == DocumentType.PNG || type == DocumentType.JPEG) {
            ImageFile.check(content, type);
        }
        return type;
    }
}
