package kz.intelligentplatforms.partners.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import kz.intelligentplatforms.partners.testing.Visitor;

/** The one page on which everybody signs in. */
final class SignIn {

    private SignIn() {}

    /** Signs in without showing the page, and opens where the work begins: for stories that are about something else. */
    static void as(Page page, String name, String password) {
        var server = page.request();
        var csrf = Visitor.csrfOf(server.get("/login").text());
        var fields = FormData.create().set("_csrf", csrf).set("username", name).set("password", password);
        var answer =
                server.post("/login", RequestOptions.create().setForm(fields).setMaxRedirects(0));
        page.navigate(answer.headers().get("location"));
    }

    /** Opens the page and signs in, or tries to, as people do. */
    static void typing(Page page, String name, String password) {
        page.navigate("/login");
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
    }
}
