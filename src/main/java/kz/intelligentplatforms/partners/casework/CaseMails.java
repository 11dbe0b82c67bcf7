package kz.intelligentplatforms.partners.casework;

import java.util.HashMap;
import java.util.Map;
import kz.intelligentplatforms.partners.notification.Mail;
import kz.intelligentplatforms.partners.notification.MailTemplate;
import kz.intelligentplatforms.partners.notification.Notifications;
import kz.intelligentplatforms.partners.partner.PartnerView;
import org.springframework.stereotype.Component;

/** What a partner is told of its case by mail, in its language, once the caller's transaction is through. */
@Component
public class CaseMails {

    private final Notifications notifications;

    CaseMails(Notifications notifications) {
        this.notifications = notifications;
    }

    /**
     * Writes to the partner's contact; the button opens the case on the portal.
     *
     * @param words beside {@code company} and {@code case}
     */
    public void send(String caseNumber, PartnerView partner, MailTemplate template, Map<String, String> words) {
        send(caseNumber, partner, template, words, "/portal/cases/" + caseNumber);
    }

    /** Likewise, with a button that opens another page of the portal. */
    public void send(
            String caseNumber, PartnerView partner, MailTemplate template, Map<String, String> words, String page) {
        var all = new HashMap<>(words);
        all.put("company", partner.company().name());
        all.put("case", caseNumber);
        notifications.send(new Mail(
                partner.contact().email(), partner.language(), template, caseNumber, all, new Mail.Page(page)));
    }
}
