package kz.intelligentplatforms.partners.documents;

import java.time.Instant;

/**
 * A stored file, without its content.
 *
 * @param folder what it belongs to
 * @param fileName as the partner named it, cleaned
 * @param mediaType recognised by the content
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal digits
 * @param uploadedBy user id
 */
public record DocumentView(
        String id,
        long partnerId,
        String folder,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {

    /** Where whoever may read it finds it, from the first slash on. */
    public String link() {
        return "/documents/" + id;
    }
}
