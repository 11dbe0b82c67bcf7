package kz.intelligentplatforms.partners.purchases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is known of documents, to be found by either of the two ways a document is known by. */
final class DocumentIndex<T> {

    private final Function<T, PurchaseDocument> document;
    private final Map<String, List<T>> byNumber = new HashMap<>();
    private final Map<String, List<T>> byId = new HashMap<>();

    DocumentIndex(Function<T, PurchaseDocument> document) {
        this.document = document;
    }

    void add(T entry) {
        var of = document.apply(entry);
        byNumber.computeIfAbsent(of.inYear(), key -> new ArrayList<>(1)).add(entry);
        if (!of.id().isEmpty()) {
            byId.computeIfAbsent(of.id(), key -> new ArrayList<>(1)).add(entry);
        }
    }

    /** All that is known of this document; of several, where only their ids tell them apart and it has none. */
    List<T> of(PurchaseDocument sought) {
        var found = new LinkedHashSet<>(byNumber.getOrDefault(sought.inYear(), List.of()));
        found.addAll(byId.getOrDefault(sought.id(), List.of()));
        return found.stream()
                .filter(entry -> document.apply(entry).isSameAs(sought))
                .toList();
    }
}
