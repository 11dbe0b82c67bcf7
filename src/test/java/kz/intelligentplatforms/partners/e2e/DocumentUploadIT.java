package kz.intelligentplatforms.partners.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.DESKTOP;
import static kz.intelligentplatforms.partners.e2e.Browser.Screen.PHONE;
import static kz.intelligentplatforms.partners.e2e.Browser.assertAccessible;
import static kz.intelligentplatforms.partners.e2e.Browser.assertFitsTheScreen;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kz.intelligentplatforms.partners.documents.DocumentSettings;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.SampleFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Adding evidence files in a browser, with scripts and without. */
class DocumentUploadIT extends IntegrationTest {

    private static final String PAGE = "/portal/upload-page";

    @RegisterExtension
    private final Browser browser = new Browser();

    @Autowired
    private DocumentSettings settings;

    @Autowired
    private MessageSource messages;

    @TempDir
    private Path folder;

    @Test
    void aFileIsUploadedShownSavedAndRemoved() throws IOException {
        var page = signedIn(browser.open("ru", DESKTOP));
        choose(page, "Решение.pdf", SampleFiles.pdf("a"));
        send(page);
        assertThat(files(page)).hasCount(1);
        assertThat(files(page)).containsText("Решение.pdf");
        assertThat(page).hasURL(page.url().replaceFirst("\\?.*", "") + "?saved");
        assertAccessible(page);

        var saved =
                page.waitForDownload(() -> files(page).getByRole(AriaRole.LINK).click());
        assertThat(saved.suggestedFilename()).isEqualTo("Решение.pdf");
        assertThat(Files.readAllBytes(saved.path())).isEqualTo(SampleFiles.pdf("a"));

        files(page).getByRole(AriaRole.BUTTON).click();
        assertThat(files(page)).hasCount(0);
    }

    @Tag("any-database")
    @Test
    void whatTheServerWouldRefuseIsNotEvenSent() throws IOException {
        var page = signedIn(browser.open("ru", PHONE));
        choose(page, "empty.pdf", new byte[0]);
        send(page);
        assertThat(page.locator(".field-error").first()).hasText(text("documents.refused.EMPTY"));
        var large = folder.resolve("large.pdf");
        Files.write(large, new byte[(int) settings.maxSize().toBytes() + 1]);
        page.locator("input[type=file]").first().setInputFiles(large);
        send(page);
        assertThat(page.locator(".field-error").first()).hasText(text("documents.refused.TOO_LARGE", 10));
        assertFitsTheScreen(page);
        assertAccessible(page);
    }

    @Tag("any-database")
    @Test
    void whatTheServerRefusesIsExplainedAndTheNextFileIsTaken() {
        var page = signedIn(browser.open("ru", DESKTOP));
        choose(page, "a.pdf", SampleFiles.png());
        send(page);
        assertThat(page.locator(".notice-error")).hasText(text("documents.refused.OTHER_TYPE"));
        assertThat(page.locator(".notice-error")).isFocused();
        choose(page, "a.png", SampleFiles.png());
        send(page);
        assertThat(files(page)).hasCount(1);
    }

    @Tag("any-database")
    @Test
    void itWorksWithoutScripts() {
        var page = signedIn(browser.openWithoutScripts("ru"));
        choose(page, "b.pdf", SampleFiles.png());
        send(page);
        assertThat(page.locator(".notice-error")).hasText(text("documents.refused.OTHER_TYPE"));
        choose(page, "b.docx", SampleFiles.docx());
        send(page);
        assertThat(files(page)).hasCount(1);
    }

    private Page signedIn(Page page) {
        SignIn.as(page, members.achieving().email(), People.PASSWORD);
        page.waitForURL("**/portal");
        page.navigate(PAGE);
        return page;
    }

    private static void choose(Page page, String name, byte[] content) {
        page.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private void send(Page page) {
        page.locator(".upload button").first().click();
    }

    /** Of the first of the page's two lists. */
    private static Locator files(Page page) {
        return page.locator(".panel").first().locator(".files li");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag("ru"));
    }
}
