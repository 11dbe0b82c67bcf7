package kz.intelligentplatforms.partners.documents;

import java.util.Locale;
import java.util.Set;

/** The types of files that are taken as evidence. */
enum DocumentType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final Set<String> extensions;

    DocumentType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = Set.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a file of this type may have that name. */
    boolean fits(String fileName) {
        var extension = fileName.substring(fileName.lastIndexOf('.') + 1);
        return extension.length() < fileName.length() && extensions.contains(extension.toLowerCase(Locale.ROOT));
    }
}
