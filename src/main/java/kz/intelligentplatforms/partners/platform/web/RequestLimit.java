package kz.intelligentplatforms.partners.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * How much may be sent to addresses: a bean of the module that takes it. Of several, the longest path that fits and names a size
 * counts.
 *
 * @param path with all that lies below it
 * @param form of a form or a JSON body; null is as it is elsewhere
 * @param file of a file that comes in a form; null where none may
 * @param rightsFirst of a stranger no byte is read: for files that are more than a person's own
 */
public record RequestLimit(
        String path, @Nullable DataSize form, @Nullable DataSize file, boolean rightsFirst) {

    public static RequestLimit ofForm(String path, DataSize form) {
        return new RequestLimit(path, form, null, false);
    }

    public static RequestLimit ofFile(String path, DataSize file) {
        return new RequestLimit(path, null, file, false);
    }

    boolean isAt(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }

    public RequestLimit withRightsFirst() {
        return new RequestLimit(path, form, file, true);
    }
}
