package kz.intelligentplatforms.partners.platform.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A form that came after the session it belonged to was over, and did nothing. It waits in the browser's new session until the person
 * looks at it again and presses send.
 *
 * @param action path that the form was sent to
 * @param page path and query of the page it stood on
 * @param typed its fields' values in their order, without the passwords
 * @param withFile whether a file came with it, which is not kept
 * @param until when it is thrown away
 */
public record UnsentForm(String action, String page, Map<String, List<String>> typed, boolean withFile, Instant until)
        implements Serializable {

    /** Whether the path is in the part of the site that the form is from. */
    public boolean isNear(String path) {
        var section = sectionOf(action);
        return path.equals(section) || path.startsWith(section + "/");
    }

    /** Whether the path is that of the page the form stood on. */
    public boolean isOn(String path) {
        return page.equals(path) || page.startsWith(path + "?");
    }

    /** A partner's and the staff's pages are parted by their second name, all others by the first. */
    private static String sectionOf(String path) {
        int first = path.startsWith("/portal/") || path.startsWith("/staff/") ? path.indexOf('/', 1) : 0;
        int end = path.indexOf('/', first + 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
