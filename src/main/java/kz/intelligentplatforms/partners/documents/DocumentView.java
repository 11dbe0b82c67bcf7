package kz.intelligentplatforms.partners.documents;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * A stored file, without its content.
 *
 * @param folder what it belongs to
 * @param fileName as the partner named it, cleaned
 * @param mediaType recognised by the content
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal digits
 * @param readers the ids of the groups of staff that may read it
 * @param uploadedBy user id
 */
public record DocumentView(
        String id,
        long partnerId,
        String folder,
        Set<String> readers,
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

    /** Whether a member of these groups may read it; its own partner's people may in any case. */
    public boolean isReadableBy(Collection<String> groups) {
        return groups.stream().anyMatch(readers::contains);
    }
}
