package kz.intelligentplatforms.partners.platform.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form that travels as the field {@code kept} of a small form beside it, as {@code a=1&b=2}; see {@code data-keep} in site.js. */
public final class KeptForm {

    private KeptForm() {}

    public static MultiValueMap<String, String> unpack(String packed) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (var field : packed.split("&")) {
            int end = field.indexOf('=');
            if (end > 0) {
                fields.add(decoded(field.substring(0, end)), decoded(field.substring(end + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Our own script does not send this; whoever does loses it.
            return "";
        }
    }
}
