package kz.intelligentplatforms.partners.e2e;

import com.microsoft.playwright.Page;

/** The one page on which everybody signs in. */
final class SignIn {

    private SignIn() {}

    /** Opens the page and signs in, or tries to. */
    static void as(Page page, String name, String password) {
        page.navigate("/login");
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
    }
}
