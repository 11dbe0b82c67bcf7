package kz.intelligentplatforms.partners.staff;

import java.util.Collection;
import java.util.List;
import kz.intelligentplatforms.partners.documents.DocumentView;

/**
 * A file of a case.
 *
 * @param readable whether the reader of the page may open it
 */
record CaseFile(DocumentView document, boolean readable) {

    /** @param groups of whoever reads */
    static List<CaseFile> of(List<DocumentView> documents, Collection<String> groups) {
        return documents.stream()
                .map(document -> new CaseFile(document, document.isReadableBy(groups)))
                .toList();
    }
}
