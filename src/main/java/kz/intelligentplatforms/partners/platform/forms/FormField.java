package kz.intelligentplatforms.partners.platform.forms;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a {@link TaskForm}. Its name is the variable's in which the answer arrives.
 *
 * @param label the key of its label; {@code .hint} is added for a line below it and {@code .missing} for what is said where it was
 *     required, where the bundles have them, and each value for the label of a choice
 * @param labelArguments what the label's placeholders stand for
 * @param values what there is to choose from
 * @param maxLength in characters, of a text
 * @param shown when it is to be seen; null for always
 * @param required when it must be filled in while it is to be seen; null for never
 * @param value what stands in it at the start, as people write it; empty for nothing
 */
public record FormField(
        String name,
        Kind kind,
        String label,
        List<Object> labelArguments,
        List<String> values,
        int maxLength,
        @Nullable Condition shown,
        @Nullable Condition required,
        String value) {

    /** What fits into a variable that the engine keeps as text. */
    private static final int MAX_TEXT = 4000;

    private static final int MAX_COMMENT = 2000;

    /** What is typed, and how it is checked. */
    public enum Kind {
        /** One of the values. */
        CHOICE,
        /** Any of the values, as a list. */
        TICKS,
        LINE,
        PROSE,
        /** A sum in KZT, as people write it or as a number. */
        MONEY,
        /** A change of points, as people write it or as a number. */
        POINTS,
        /** A day, as people write it or as in 2027-03-31. */
        DAY
    }

    /** That another field has one of these values; the field {@code null} is any, so always. */
    public record Condition(@Nullable String field, List<String> values) {

        static final Condition ALWAYS = new Condition(null, List.of());
    }

    private static FormField of(String name, Kind kind, List<String> values, int maxLength) {
        return new FormField(name, kind, "task." + name, List.of(), values, maxLength, null, null, "");
    }

    /** One of the type's values, which must be chosen; nothing is chosen beforehand. */
    public static FormField choice(String name, Class<? extends Enum<?>> type) {
        return choice(
                name, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    public static FormField choice(String name, List<String> values) {
        return of(name, Kind.CHOICE, values, 0).mandatory();
    }

    public static FormField ticks(String name, List<String> values) {
        return of(name, Kind.TICKS, values, 0);
    }

    public static FormField line(String name, int maxLength) {
        return of(name, Kind.LINE, List.of(), maxLength);
    }

    public static FormField prose(String name, int maxLength) {
        return of(name, Kind.PROSE, List.of(), maxLength);
    }

    public static FormField money(String name) {
        return of(name, Kind.MONEY, List.of(), MAX_TEXT);
    }

    public static FormField points(String name) {
        return of(name, Kind.POINTS, List.of(), MAX_TEXT);
    }

    public static FormField day(String name) {
        return of(name, Kind.DAY, List.of(), MAX_TEXT);
    }

    /** What the company reads word for word, up to 2 000 characters; required where the answer named is one of these. */
    public static FormField comment(String answer, String... values) {
        return prose("comment", MAX_COMMENT).requiredIf(answer, values);
    }

    public FormField labelled(String key, Object... arguments) {
        return new FormField(name, kind, key, List.of(arguments), values, maxLength, shown, required, value);
    }

    public FormField mandatory() {
        return new FormField(name, kind, label, labelArguments, values, maxLength, shown, Condition.ALWAYS, value);
    }

    public FormField requiredIf(String field, String... these) {
        return new FormField(
                name,
                kind,
                label,
                labelArguments,
                values,
                maxLength,
                shown,
                new Condition(field, List.of(these)),
                value);
    }

    /** To be seen only while the other field, which is to be seen itself, has one of these values. */
    public FormField shownIf(String field, String... these) {
        return new FormField(
                name,
                kind,
                label,
                labelArguments,
                values,
                maxLength,
                new Condition(field, List.of(these)),
                required,
                value);
    }

    public FormField startingWith(String text) {
        return new FormField(name, kind, label, labelArguments, values, maxLength, shown, required, text);
    }
}
