package kz.intelligentplatforms.partners.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The search field of Camunda's webapps: a criterion chosen from a list, then its value. */
record SearchField(Page page, String placeholder) {

    void add(String criterion, String value) {
        page.getByPlaceholder(placeholder).fill(criterion);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(criterion).setExact(true))
                .click();
        // The field may be open for typing by itself already, or closed again by a slow page.
        var field = page.locator("[cam-widget-search-pill] .value-field");
        field.click();
        field.locator("input").fill(value);
        field.locator("input").press("Enter");
    }
}
