package kz.intelligentplatforms.partners.platform.web;

import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** What is wrong with a form by its constraints: one message a field, in the order of the form, which is that of its record. */
@Component
public class FormErrors {

    private final Validator validator;

    public FormErrors(Validator validator) {
        this.validator = validator;
    }

    /** The messages by the fields' names. More may be added, each in its place; fields that are none of the form's come last. */
    public Map<String, String> of(Record form) {
        return of(form, "");
    }

    /** Likewise, of a form whose fields' names all begin with {@code prefix}. */
    public Map<String, String> of(Record form, String prefix) {
        var errors = new TreeMap<String, String>(order(form.getClass(), prefix));
        validator
                .validate(form)
                .forEach(error -> errors.putIfAbsent(prefix + error.getPropertyPath(), error.getMessage()));
        return errors;
    }

    /** A list comes before its rows, and a row before the next. */
    static Comparator<String> order(Class<?> form, String prefix) {
        Comparator<String> byPlace = Comparator.comparing(
                name -> place(form, name.startsWith(prefix) ? name.substring(prefix.length()) : name), Arrays::compare);
        return byPlace.thenComparing(Comparator.naturalOrder());
    }

    /** Of {@code costs[1].title}: where among the form's fields the costs are, which of them it is, and where the title is there. */
    private static int[] place(Class<?> form, String name) {
        var place = new ArrayList<Integer>();
        var type = ResolvableType.forClass(form);
        for (var part : name.split("\\.")) {
            var row = part.indexOf('[');
            var field = row < 0 ? part : part.substring(0, row);
            var components = components(type);
            int at = 0;
            while (at < components.size() && !components.get(at).getName().equals(field)) {
                at++;
            }
            place.add(at);
            if (at == components.size()) {
                break;
            }
            type = ResolvableType.forType(components.get(at).getGenericType());
            if (row >= 0) {
                place.add(Integer.valueOf(part.substring(row + 1, part.length() - 1)));
                type = type.getGeneric(0);
            }
        }
        return place.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<RecordComponent> components(ResolvableType type) {
        var components = type.toClass().getRecordComponents();
        return components == null ? List.of() : List.of(components);
    }
}
