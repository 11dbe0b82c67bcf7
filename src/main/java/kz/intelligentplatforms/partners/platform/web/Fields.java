package kz.intelligentplatforms.partners.platform.web;

import org.springframework.stereotype.Component;

/** Names of form fields, such as {@code evidence.solutions[0].name}, for templates, which call it {@code @fields}. */
@Component("fields")
public class Fields {

    Fields() {}

    /** The field's id in the page, such as {@code evidence-solutions-0-name}. */
    public String id(String name) {
        return name.replaceAll("[.\\[]", "-").replace("]", "");
    }

    /** The key of its label; all rows have the same. */
    public String label(String name) {
        return "field." + name.replaceAll("\\[[0-9]+]", "");
    }
}
