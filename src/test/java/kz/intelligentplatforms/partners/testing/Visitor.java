package kz.intelligentplatforms.partners.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser without a screen: keeps cookies, follows nothing by itself, sends the forms' CSRF tokens. */
public class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Visitor(String port) {
        this.base = URI.create("http://localhost:" + port);
    }

    /** Signs in on our page, as anybody does. */
    public Visitor signIn(String name, String password) {
        var answer = submit("/login", "/login", Map.of("username", name, "password", password));
        if (answer.statusCode() != 302 || location(answer).contains("error")) {
            throw new AssertionError("Not signed in: " + answer.statusCode() + " " + location(answer));
        }
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Asks for a part of a page, as the page itself does for news. */
    public HttpResponse<String> getPart(String path) {
        return send(request(path).header("HX-Request", "true").GET());
    }

    /** Opens the page of a form, then posts the form with the page's CSRF token. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", csrfOf(get(page).body()));
        return post(action, all);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** Posts a form as a browser does that shows the page. */
    public HttpResponse<String> postFrom(String page, String path, Map<String, String> fields) {
        return send(from(page, form(path, fields)));
    }

    /** Opens the page of a form with a file, then sends the form as a browser does. */
    public HttpResponse<String> upload(String page, String action, String fileName, byte[] content) {
        return upload(page, action, Map.of(), "file", fileName, content);
    }

    public HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    /** Opens the page of a form, then posts the form with a file and the page's CSRF token. */
    public HttpResponse<String> upload(
            String page, String action, Map<String, String> fields, String field, String fileName, byte[] content) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", csrfOf(get(page).body()));
        return send(multipart(action, all, field, fileName, content));
    }

    /** Posts a form with a file as a browser does that shows the page. */
    public HttpResponse<String> uploadFrom(String page, String path, String fileName, byte[] content) {
        return send(from(page, multipart(path, Map.of(), "file", fileName, content)));
    }

    private HttpRequest.Builder from(String page, HttpRequest.Builder form) {
        return form.header("Origin", base.toString())
                .header("Referer", base.resolve(page).toString());
    }

    private HttpRequest.Builder multipart(
            String action, Map<String, String> fields, String field, String fileName, byte[] content) {
        var boundary = "----" + UUID.randomUUID();
        var parts = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                parts.writeBytes(part(boundary, "name=\"" + name + "\"", value).getBytes(StandardCharsets.UTF_8)));
        var head = "name=\"" + field + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream";
        parts.writeBytes(part(boundary, head, "").strip().concat("\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request(action)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(parts.toByteArray()));
    }

    private static String part(String boundary, String head, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + value + "\r\n";
    }

    /** Posts JSON, with the CSRF token of the engine's webapps where there is one. */
    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        var request =
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        var token = cookie("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    public HttpResponse<String> postJson(String path, String body, String... headers) {
        return json("POST", path, body, headers);
    }

    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    public static String csrfOf(String page) {
        var match = CSRF.matcher(page);
        return match.find() ? match.group(1) : "";
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Whatever the server says from here on, it does not know this browser. */
    public void loseSession() {
        cookies.getCookieStore().removeAll();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "ru")
                .header("Accept", "text/html,application/json,*/*");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> reader) {
        try {
            return client.send(request.build(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
