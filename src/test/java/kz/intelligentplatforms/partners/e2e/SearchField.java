package kz.intelligentplatforms.partners.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** The search field of Camunda's webapps: a criterion chosen from a list, then its value. */
record SearchField(Page page, String placeholder) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double ATTEMPT_MILLIS = 2_000;

    void add(String criterion, String value) {
        page.getByPlaceholder(placeholder).fill(criterion);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(criterion).setExact(true))
                .click();
        var field = page.locator("[cam-widget-search-pill] .value-field");
        // The field opens for typing by itself, and a page that is still busy may close it again under our hands.
        await("the search field takes " + value)
                .atMost(PATIENCE)
                .pollInSameThread()
                .ignoreExceptionsInstanceOf(PlaywrightException.class)
                .until(() -> {
                    type(field, value);
                    return field.textContent().contains(value);
                });
    }

    private static void type(Locator field, String value) {
        var input = field.locator("input");
        if (!input.isVisible()) {
            field.click(new Locator.ClickOptions().setTimeout(ATTEMPT_MILLIS));
        }
        input.fill(value, new Locator.FillOptions().setTimeout(ATTEMPT_MILLIS));
        input.press("Enter", new Locator.PressOptions().setTimeout(ATTEMPT_MILLIS));
    }
}
