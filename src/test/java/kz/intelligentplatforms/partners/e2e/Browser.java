package kz.intelligentplatforms.partners.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.testing.TestEnvironment;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Chromium, one for all tests. Each test opens windows that share nothing. It fails when a script of our pages throws, when one
 * breaks our content policy, and when any page, a webapp's included, opens a dialog. Without a browser the tests are skipped and
 * say so; where {@code CI=true} they fail.
 */
final class Browser implements BeforeEachCallback, AfterEachCallback {

    enum Screen {
        DESKTOP(1440, 900),
        PHONE(360, 780);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final double PATIENCE_MILLIS = 60_000;
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser");
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");
    private static final List<String> ACCESSIBILITY = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final Path PICTURES = Path.of("target", "browser");

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private String base = "";

    /** A window of its own, signed in nowhere. */
    Page open(String language, Screen screen) {
        return open(options(language, screen));
    }

    Page openWithoutScripts(String language) {
        return open(options(language, Screen.DESKTOP).setJavaScriptEnabled(false));
    }

    private Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        var window = Chromium.RUNNING.orElseThrow().newContext(options);
        windows.add(window);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        window.onWebError(error -> {
            if (isOurs(error.page())) {
                faults.add(error.page().url() + ": " + error.error());
            }
        });
        window.onConsoleMessage(message -> {
            if (isOurs(message.page()) && message.text().contains("Content Security Policy")) {
                faults.add(message.page().url() + ": " + message.text());
            }
        });
        window.onDialog(dialog -> {
            faults.add("A dialog opened: " + dialog.message());
            dialog.dismiss();
        });
        return window.newPage();
    }

    private com.microsoft.playwright.Browser.NewContextOptions options(String language, Screen screen) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale(language)
                .setTimezoneId("Asia/Almaty")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(screen.width, screen.height);
    }

    /** Ours are all pages but the engine's webapps. */
    private boolean isOurs(Page page) {
        return page.url().startsWith(base) && !page.url().contains("/camunda/");
    }

    /**
     * Nobody is kept out of the page: axe-core finds nothing against WCAG 2.2, level AA. How pages look is the same on any database,
     * and this is what costs most in a story, so it is tried on H2 only.
     */
    static void assertAccessible(Page page) {
        if (!TestEnvironment.DATABASE.equals("h2")) {
            return;
        }
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(ACCESSIBILITY)
                        .analyze()
                        .getViolations())
                .describedAs("axe-core on %s", page.url())
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml())
                        .toList())
                .isEmpty();
    }

    /** The page is as wide as the screen, so that nobody has to scroll sideways. */
    static void assertFitsTheScreen(Page page) {
        assertThat(page.evaluate("""
                        () => {
                          const page = document.documentElement;
                          if (page.scrollWidth <= page.clientWidth) return [];
                          return [...document.querySelectorAll('body *')]
                              .filter(element => element.getBoundingClientRect().right > page.clientWidth)
                              .map(element => element.outerHTML.substring(0, 150));
                        }"""))
                .describedAs("what is too wide on %s", page.url())
                .isEqualTo(List.of());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        base = SpringExtension.getApplicationContext(context).getEnvironment().getRequiredProperty("program.base-url");
        if (Chromium.RUNNING.isEmpty()) {
            var missing =
                    "No Chromium found: the browser tests do not run. Install it, for example the package chromium.";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing);
            }
            context.publishReportEntry("skipped", missing);
            Assumptions.abort(missing);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var failure = context.getExecutionException();
        failure.ifPresent(
                cause -> cause.addSuppressed(new AssertionError("The browser showed " + takePictures(context))));
        windows.forEach(BrowserContext::close);
        windows.clear();
        var found = List.copyOf(faults);
        faults.clear();
        if (failure.isEmpty()) {
            assertThat(found).describedAs("what went wrong in the browser").isEmpty();
        }
    }

    /** For whoever looks into a failure: which pages were open, and where their pictures are. */
    private List<String> takePictures(ExtensionContext context) {
        var test = context.getRequiredTestMethod().getName();
        var shown = new ArrayList<String>();
        for (var window : windows) {
            for (var page : window.pages()) {
                var picture = PICTURES.resolve(test + "-" + (shown.size() + 1) + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(picture));
                shown.add(page.url() + " (" + picture + ")");
            }
        }
        return shown;
    }

    /** One for all classes of a JVM, where Surefire starts JUnit anew for each; it ends with the JVM. */
    private static final class Chromium {

        static final Optional<com.microsoft.playwright.Browser> RUNNING = start();

        private Chromium() {}

        /** Nothing where there is no browser. */
        private static Optional<com.microsoft.playwright.Browser> start() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            return executable(playwright)
                    .map(path -> playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(path)
                                    .setArgs(SWITCHES)));
        }

        /** The system's browser, otherwise one that Playwright was told to install. */
        private static Optional<Path> executable(Playwright playwright) {
            var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
            var installed = Stream.of(folders).flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
            return Stream.concat(
                            installed, Stream.of(Path.of(playwright.chromium().executablePath())))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
