package kz.intelligentplatforms.partners.portal;

import java.util.Locale;
import kz.intelligentplatforms.partners.partner.PartnerAccounts.PartnerAccount;
import kz.intelligentplatforms.partners.platform.identity.PasswordRules;
import kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing a password: by the link of an invitation, or after having forgotten it. */
@Controller
class Passwords {

    private final PasswordLinks links;
    private final Texts texts;

    Passwords(PasswordLinks links, Texts texts) {
        this.links = links;
        this.texts = texts;
    }

    @GetMapping("/invitation/{token}")
    ModelAndView invited(@PathVariable String token) {
        return ask(Purpose.INVITATION, token);
    }

    @PostMapping("/invitation/{token}")
    ModelAndView accept(@PathVariable String token, @RequestParam(defaultValue = "") String password) {
        return set(Purpose.INVITATION, token, password);
    }

    @GetMapping("/password/{token}")
    ModelAndView reset(@PathVariable String token) {
        return ask(Purpose.PASSWORD_RESET, token);
    }

    @PostMapping("/password/{token}")
    ModelAndView change(@PathVariable String token, @RequestParam(defaultValue = "") String password) {
        return set(Purpose.PASSWORD_RESET, token, password);
    }

    @GetMapping("/password/forgot")
    String forgotten() {
        return "portal/forgot";
    }

    /** The answer is the same for every address: who has an account is nobody else's business. */
    @PostMapping("/password/forgot")
    ModelAndView send(@RequestParam(defaultValue = "") String email, Model model) {
        if (InputText.clean(email).isEmpty()) {
            return new ModelAndView("portal/forgot", HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("error", texts.get("error.required"));
        }
        links.sendTo(email);
        return SeeOther.at("/password/forgot?sent");
    }

    private ModelAndView ask(Purpose purpose, String token) {
        return links.accountOf(purpose, token)
                .map(account -> page(purpose, account, HttpStatus.OK))
                .orElseGet(() -> spent(purpose));
    }

    private ModelAndView set(Purpose purpose, String token, String password) {
        var account = links.accountOf(purpose, token);
        if (account.isEmpty()) {
            return spent(purpose);
        }
        var flaws = PasswordRules.violationsOf(
                password, account.get().userId(), account.get().email());
        if (!flaws.isEmpty()) {
            return page(purpose, account.get(), HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject(
                            "error",
                            texts.get(
                                    "password.flaw." + flaws.get(0),
                                    PasswordRules.MIN_LENGTH,
                                    PasswordRules.MAX_LENGTH));
        }
        return links.setPassword(purpose, token, password) ? SeeOther.at("/login?welcome") : spent(purpose);
    }

    private static ModelAndView page(Purpose purpose, PartnerAccount account, HttpStatus status) {
        return new ModelAndView("portal/password", status)
                .addObject("account", account)
                .addObject("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .addObject("minLength", PasswordRules.MIN_LENGTH);
    }

    private static ModelAndView spent(Purpose purpose) {
        return new ModelAndView("portal/link-spent", HttpStatus.GONE)
                .addObject("purpose", purpose.name().toLowerCase(Locale.ROOT));
    }
}
