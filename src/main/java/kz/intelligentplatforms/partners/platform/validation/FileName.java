package kz.intelligentplatforms.partners.platform.validation;

/** Names of files as people's computers send them, made safe to keep and to show. */
public final class FileName {

    public static final int MAX_LENGTH = 150;

    /** A longer ending is none that we take. */
    private static final int MAX_EXTENSION = 10;

    private FileName() {}

    /**
     * The name without its path and without what cannot be seen, such as characters that make a name read backwards; too long a
     * name loses its middle, never its ending.
     */
    public static String clean(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = InputText.cleanQuery(name).replaceAll(" +", " ");
        return name.length() <= MAX_LENGTH ? name : shorten(name);
    }

    private static String shorten(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot >= 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        int end = MAX_LENGTH - ending.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return InputText.clean(name.substring(0, end)) + ending;
    }
}
