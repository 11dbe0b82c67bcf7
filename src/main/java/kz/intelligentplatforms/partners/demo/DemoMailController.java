package kz.intelligentplatforms.partners.demo;

import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The demo mailbox in the browser. */
@Controller
@ConditionalOnBean(DemoMailbox.class)
class DemoMailController {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final DemoMailbox mailbox;

    DemoMailController(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/demo/mail")
    String box(Model model) {
        model.addAttribute("mails", mailbox.latest());
        return "demo/mailbox";
    }

    @GetMapping("/demo/mail/{id}")
    String mail(@PathVariable String id, Model model) {
        var mail = mailbox.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var link = LINK.matcher(mail.text());
        model.addAttribute("mail", mail);
        model.addAttribute("link", link.find() ? link.group() : "");
        return "demo/mail";
    }
}
