package kz.intelligentplatforms.partners.platform.validation;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Addresses of web sites, absolute and of http or https only, so that they are safe to link to. */
public final class WebAddress {

    private WebAddress() {}

    /** The absolute address; {@code https} where nothing was typed before the name. Nothing if it is not one. */
    public static Optional<String> normalise(String typed) {
        var absolute = typed.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? typed : "https://" + typed;
        try {
            int hostStart = absolute.indexOf("://") + 3;
            int hostEnd = hostStart;
            while (hostEnd < absolute.length() && "/?#:".indexOf(absolute.charAt(hostEnd)) < 0) {
                hostEnd++;
            }
            var name = DomainName.toAscii(absolute.substring(hostStart, hostEnd));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            var host = name.get();
            var uri = URI.create(
                    absolute.substring(0, hostStart).toLowerCase(Locale.ROOT) + host + absolute.substring(hostEnd));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            // Where the part after the name is no port, the parser sees no host, and what stands before an @ goes
            // unseen.
            return web && host.equals(uri.getHost()) && uri.getUserInfo() == null
                    ? Optional.of(uri.toASCIIString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
