package kz.intelligentplatforms.partners.documents;

import java.util.Collection;
import java.util.List;

/**
 * A file of a case.
 *
 * @param readable whether the reader of the page may open it
 */
public record CaseFile(DocumentView document, boolean readable) {

    /** @param groups of whoever reads */
    public static List<CaseFile> of(List<DocumentView> documents, Collection<String> groups) {
        return documents.stream()
                .map(document -> new CaseFile(document, document.isReadableBy(groups)))
                .toList();
    }
}
