package kz.intelligentplatforms.partners.platform.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Keys that forms carry in the field {@code submissionKey}: however often one form is sent, it does its work once. */
public final class SubmissionKeys {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private SubmissionKeys() {}

    public static String next() {
        return UUID.randomUUID().toString();
    }

    /** The form's own key; anything else was not made by us, and is replaced. */
    public static String of(MultiValueMap<String, String> typed) {
        return of(typed.getFirst("submissionKey"));
    }

    /** Likewise. */
    public static String of(@Nullable String key) {
        return key != null && KEY.matcher(key).matches() ? key : next();
    }
}
