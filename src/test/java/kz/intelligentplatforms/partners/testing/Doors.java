package kz.intelligentplatforms.partners.testing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;

/** One door of each kind, and what each says while no connection to the database is to be had. */
public final class Doors {

    /** How long anybody waits to be told. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    private enum Form {
        PAGE_IN_RUSSIAN,
        PAGE_IN_KAZAKH,
        PROBLEM_DETAILS,
        MESSAGE,
        HEALTH
    }

    private record Door(String name, Form form, Supplier<HttpResponse<String>> question) {}

    private record Said(Door door, HttpResponse<String> answer, Duration after) {

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }
    }

    private final List<Door> doors;

    /**
     * @param somebody makes a visitor who is not signed in
     * @param partner signed in, as the staff member is
     * @param basic the credentials of a machine, as a header says them
     */
    public Doors(Supplier<Visitor> somebody, Visitor partner, Visitor staff, String basic) {
        var kazakh = somebody.get();
        kazakh.get("/?lang=kk");
        var stranger = somebody.get();
        var csrf = Visitor.csrfOf(stranger.get("/login").body());
        doors = List.of(
                page("directory", () -> somebody.get().get("/partners")),
                page("entry of the directory", () -> somebody.get().get("/partners/none")),
                page("application", () -> stranger.get("/register")),
                page("application sent", () -> stranger.post("/register", Map.of("_csrf", csrf))),
                page("tracker", () -> somebody.get().get("/cases/none")),
                page("invitation", () -> somebody.get().get("/invitation/none")),
                page(
                        "sign-in",
                        () -> stranger.post(
                                "/login", Map.of("username", "somebody", "password", "wrong", "_csrf", csrf))),
                page("portal", () -> partner.get("/portal")),
                page("nothing at all", () -> partner.get("/portal/no/such/page")),
                page("file", () -> partner.get("/documents/1")),
                page("staff", () -> staff.get("/staff/partners")),
                page("file for staff", () -> staff.get("/staff/purchases/samples/purchases.csv")),
                page("Tasklist", () -> staff.get("/camunda/app/tasklist/default/")),
                page("Cockpit", () -> staff.get("/camunda/app/cockpit/default/")),
                new Door("in Kazakh", Form.PAGE_IN_KAZAKH, () -> kazakh.get("/partners")),
                new Door("tasks", Form.MESSAGE, () -> staff.get(TASKS)),
                new Door("task", Form.MESSAGE, () -> staff.postJson(TASKS + "/none/claim", "{}")),
                new Door(
                        "webapp's sign-in",
                        Form.MESSAGE,
                        () -> staff.post(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                Map.of("username", "somebody", "password", "wrong"))),
                problem("API", () -> somebody.get().get("/api/v1/directory")),
                problem("API's tracker", () -> somebody.get().get("/api/v1/cases/none")),
                problem(
                        "API with a password",
                        () -> somebody.get().postJson("/api/v1/purchases", "[]", "Authorization", basic)),
                problem(
                        "metrics",
                        () -> somebody.get().json("GET", "/actuator/prometheus", "", "Authorization", basic)),
                new Door("health", Form.HEALTH, () -> somebody.get().get("/actuator/health")));
    }

    private static Door page(String name, Supplier<HttpResponse<String>> question) {
        return new Door(name, Form.PAGE_IN_RUSSIAN, question);
    }

    private static Door problem(String name, Supplier<HttpResponse<String>> question) {
        return new Door(name, Form.PROBLEM_DETAILS, question);
    }

    /** As a header says them. */
    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks at all of them at once, and checks that each says in its own form, and soon, that it cannot answer now. */
    public void assertClosed() {
        var said = AtOnce.run(doors.size(), number -> ask(doors.get(number)));
        var softly = new SoftAssertions();
        said.forEach(one -> check(one, softly));
        softly.assertAll();
    }

    /** All of them answer again, if only that there is nothing. */
    public void assertOpen() {
        var softly = new SoftAssertions();
        for (var door : doors) {
            softly.assertThat(door.question().get().statusCode())
                    .as(door.name())
                    .isLessThan(500);
        }
        softly.assertAll();
    }

    private static Said ask(Door door) {
        var begin = System.nanoTime();
        var answer = door.question().get();
        return new Said(door, answer, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void check(Said said, SoftAssertions softly) {
        var name = said.door().name();
        var body = said.answer().body();
        softly.assertThat(said.after()).as(name).isLessThan(PATIENCE);
        softly.assertThat(said.answer().statusCode()).as("%s: %s", name, body).isEqualTo(503);
        softly.assertThat(body).as(name).doesNotContain("\tat ", "Exception:", "Apache Tomcat");
        if (said.door().form() == Form.HEALTH) {
            softly.assertThat(body).as(name).contains("\"status\":\"DOWN\"");
            return;
        }
        softly.assertThat(said.header("Retry-After")).as(name).matches("\\d+");
        softly.assertThat(said.header("Cache-Control")).as(name).contains("no-store");
        var type = said.header("Content-Type");
        switch (said.door().form()) {
            case PAGE_IN_RUSSIAN -> softly.assertThat(body).as(name).contains("<html lang=\"ru\"", text("ru"));
            case PAGE_IN_KAZAKH -> softly.assertThat(body).as(name).contains("<html lang=\"kk\"", text("kk"));
            case PROBLEM_DETAILS -> {
                softly.assertThat(type).as(name).startsWith("application/problem+json");
                softly.assertThat(body).as(name).contains("\"status\":503", text("ru"));
            }
            case MESSAGE -> {
                softly.assertThat(type).as(name).startsWith("application/json");
                softly.assertThat(body).as(name).contains("\"message\":\"" + text("ru"));
            }
            case HEALTH -> throw new IllegalStateException("checked above");
        }
    }

    private static String text(String language) {
        // Russian is the bundle without a language.
        var locale = language.equals("ru") ? Locale.ROOT : Locale.forLanguageTag(language);
        return ResourceBundle.getBundle(
                        "messages/platform",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("problem.503.text");
    }
}
