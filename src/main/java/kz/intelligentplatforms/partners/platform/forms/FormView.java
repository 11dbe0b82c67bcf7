package kz.intelligentplatforms.partners.platform.forms;

import java.util.List;
import kz.intelligentplatforms.partners.platform.forms.FormField.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A field as the template {@code task-form} draws it, in the reader's words.
 *
 * @param type the kind, in small letters
 * @param hint a line below the label; empty for none
 * @param shownIf when it is to be seen, as {@code field=value|value}; null for always
 */
public record FormView(
        String name,
        String type,
        String label,
        String hint,
        List<Choice> choices,
        int maxLength,
        @Nullable String shownIf,
        String value) {

    /** What there is to choose from. */
    public record Choice(String value, String label) {}

    static @Nullable String inWords(@Nullable Condition condition) {
        return condition == null ? null : condition.field() + "=" + String.join("|", condition.values());
    }
}
