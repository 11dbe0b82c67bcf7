package kz.intelligentplatforms.partners.platform.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The forms of all modules, by their form keys. */
@Component
public class ServedForms {

    /** Where Tasklist asks for a form; {@link TaskFormController} answers. */
    public static final String ADDRESS = "/staff/task-forms/";

    private static final String KEY = "embedded:" + ADDRESS;

    private final ObjectProvider<TaskForm> contributed;
    private @Nullable Map<String, TaskForm> byId;

    ServedForms(ObjectProvider<TaskForm> contributed) {
        this.contributed = contributed;
    }

    /** The form key by which a model names a form. */
    public static String keyOf(String id) {
        return KEY + id;
    }

    /** The form that a model names; none where it names none of ours. */
    public Optional<TaskForm> byKey(@Nullable String formKey) {
        return formKey == null || !formKey.startsWith(KEY) ? Optional.empty() : byId(formKey.substring(KEY.length()));
    }

    Optional<TaskForm> byId(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /** Collected at the first question: forms know the engine, which asks for their keys while it starts. */
    private synchronized Map<String, TaskForm> all() {
        if (byId == null) {
            var forms = new HashMap<String, TaskForm>();
            contributed.forEach(form -> {
                if (forms.put(form.id(), form) != null) {
                    throw new IllegalStateException("Two forms of the name " + form.id());
                }
            });
            byId = forms;
        }
        return byId;
    }
}
