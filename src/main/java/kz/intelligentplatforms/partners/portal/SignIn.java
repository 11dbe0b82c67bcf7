package kz.intelligentplatforms.partners.portal;

import java.util.List;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one sign-in page; Spring Security takes what it sends. */
@Controller
class SignIn {

    /** Each is a role, and its own password. */
    private static final List<String> DEMO_ACCOUNTS = List.of(
            "manager",
            "program",
            "certification",
            "service",
            "architect",
            "marketing",
            "finance",
            "monitor",
            "admin",
            "partner",
            "erp");

    private final ProgramSettings settings;

    SignIn(ProgramSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/login")
    String ask(Model model) {
        model.addAttribute("demoAccounts", settings.demo() ? DEMO_ACCOUNTS : List.of());
        return "portal/login";
    }
}
