package kz.intelligentplatforms.partners.platform.forms;

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

    /** Asked for one by one: forms know the engine, which is not there yet while they are collected. */
    Optional<TaskForm> byId(String id) {
        return contributed.stream().filter(form -> form.id().equals(id)).findFirst();
    }
}
