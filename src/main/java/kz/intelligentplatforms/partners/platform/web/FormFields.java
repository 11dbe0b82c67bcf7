package kz.intelligentplatforms.partners.platform.web;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.DataBinder;

/**
 * The fields of a form as records of texts, by Spring's binder. A field's name is its path, such as {@code costs[0].title}; other fields
 * are nobody's. For forms with rows, with a prefix, or that may come as a {@link KeptForm}: others Spring hands to their controllers.
 */
public final class FormFields {

    /** Our pages number rows from 0; a number of three digits none of them has. */
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9]+(?:\\[[0-9]{1,2}])?(?:\\.[A-Za-z0-9]+(?:\\[[0-9]{1,2}])?)*");

    private FormFields() {}

    /**
     * The record that the fields whose names begin with {@code prefix} fill in. What was not sent is null to its constructor: a text, a
     * part, a list, or a row whose number is left out.
     */
    public static <T extends Record> T read(MultiValueMap<String, String> typed, String prefix, Class<T> form) {
        var binder = new DataBinder(null);
        binder.setTargetType(ResolvableType.forClass(form));
        binder.construct(new Sent(typed, prefix));
        return form.cast(Objects.requireNonNull(binder.getTarget()));
    }

    private record Sent(MultiValueMap<String, String> typed, String prefix) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            return type == String.class ? typed.getFirst(prefix + name) : null;
        }

        @Override
        public Set<String> getNames() {
            return typed.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .filter(name -> PATH.matcher(name).matches())
                    .collect(Collectors.toSet());
        }
    }
}
