package kz.intelligentplatforms.partners.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;

/** The application form, filled in with the keyboard, which works in every browser. */
record ApplicationPage(Page page) {

    static ApplicationPage open(Page page) {
        page.navigate("/register");
        return new ApplicationPage(page);
    }

    ApplicationPage fill(RegistrationRequest request) {
        tick(page.locator("[name=wishedTier][value=" + request.wishedTier() + "]"));
        var company = request.company();
        type("company.name", company.name());
        page.locator("#company-country").selectOption(company.country());
        type(
                company.country().equals("KZ") ? "company.bin" : "company.taxNumber",
                company.country().equals("KZ") ? company.bin() : company.taxNumber());
        type("company.city", company.city());
        type("company.address", company.address());
        type("company.phone", company.phone());
        type("company.website", company.website());
        var contact = request.contact();
        type("contact.name", contact.name());
        type("contact.position", contact.position());
        type("contact.email", contact.email());
        type("contact.phone", contact.phone());
        page.locator("#language").selectOption(request.language());
        if (request.consent()) {
            tick(page.locator("#consent"));
        }
        return this;
    }

    void type(String name, String value) {
        field(name).fill(value);
    }

    /** The field of this name, as the JSON interface calls it. */
    Locator field(String name) {
        return page.locator("#" + name.replace('.', '-'));
    }

    /** What is wrong with the field, beside it. */
    Locator errorAt(String name) {
        return page.locator("#" + name.replace('.', '-') + "-error");
    }

    Locator sendButton() {
        return page.locator("#application button.btn-accent");
    }

    /** Sends it; the page that follows is the answer. */
    void send() {
        sendButton().press("Enter");
    }

    private static void tick(Locator choice) {
        if (!choice.isChecked()) {
            choice.press("Space");
        }
    }
}
