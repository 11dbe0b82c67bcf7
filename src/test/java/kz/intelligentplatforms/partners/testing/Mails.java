package kz.intelligentplatforms.partners.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What has reached the test's mail server. */
public final class Mails {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private Mails() {}

    /** A mail as its reader sees it. */
    public record Received(String id, String subject, String text) {

        /** The first link in the text. */
        public String link() {
            var match = LINK.matcher(text);
            if (!match.find()) {
                throw new AssertionError("No link in: " + text);
            }
            return match.group();
        }
    }

    /** The mails to an address, oldest first. */
    public static List<Received> to(String address) {
        var found = new ArrayList<Received>();
        try {
            for (var mail : TestEnvironment.MAIL_SERVER.getReceivedMessages()) {
                if (mail.getAllRecipients()[0].toString().equals(address)) {
                    found.add(new Received(mail.getMessageID(), mail.getSubject(), plainText(mail)));
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    public static Received lastTo(String address) {
        var mails = to(address);
        if (mails.isEmpty()) {
            throw new AssertionError("No mail to " + address);
        }
        return mails.get(mails.size() - 1);
    }

    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return ((String) part.getContent()).replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = plainText(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
