package kz.intelligentplatforms.partners.purchases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents of one file that are no purchases: how many for which reason, and which. */
final class LeftOutDocuments {

    /** So many operations are told apart, and so many documents named; nobody reads more of them. */
    private static final int MAX_NAMES = 20;

    private static final int MAX_NAME = 80;
    private static final String MORE = "…";

    private final Map<String, Integer> operations = new LinkedHashMap<>();
    private final Map<LeftOut, List<String>> documents = new EnumMap<>(LeftOut.class);
    private final Map<LeftOut, Integer> counts = new EnumMap<>(LeftOut.class);

    /** @param name of the operation, or the number of the document */
    void add(LeftOut reason, String name) {
        var named = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + MORE;
        counts.merge(reason, 1, Integer::sum);
        if (reason == LeftOut.OPERATION_LEFT_OUT) {
            var operation = operations.containsKey(named) || operations.size() < MAX_NAMES ? named : MORE;
            operations.merge(operation, 1, Integer::sum);
        } else {
            var numbers = documents.computeIfAbsent(reason, none -> new ArrayList<>());
            if (numbers.size() <= MAX_NAMES) {
                numbers.add(numbers.size() < MAX_NAMES ? named : MORE);
            }
        }
    }

    int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One for each operation, and one for each other reason there is. */
    List<ImportReport.Warning> warnings() {
        var warnings = new ArrayList<ImportReport.Warning>();
        operations.forEach((operation, count) ->
                warnings.add(new ImportReport.Warning(LeftOut.OPERATION_LEFT_OUT.warning(), operation, count)));
        documents.forEach((reason, numbers) -> warnings.add(new ImportReport.Warning(
                reason.warning(), String.join(", ", numbers), counts.getOrDefault(reason, 0))));
        return warnings;
    }
}
