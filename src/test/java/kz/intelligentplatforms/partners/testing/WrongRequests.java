package kz.intelligentplatforms.partners.testing;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Everything known that can be wrong with a request to a door, whatever the door is for. */
public final class WrongRequests {

    public record Wrong(String method, String path, String type, String body, String accept) {}

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data; boundary=x";
    private static final String ANY = "*/*";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^:}]+)(?::(?:[^{}]|\\{[^}]*})*)?}");

    /** As they stand in an address: encoded. */
    private static final List<String> NO_ID = List.of(
            "none",
            "0",
            "-1",
            "99999999999999999999999",
            "x".repeat(300),
            "a%00b",
            "%01",
            "%F0%9F%98%80",
            "%C3%28",
            "%ED%A0%80",
            "%25",
            "a%2Fb",
            "00000000-0000-0000-0000-000000000000",
            "ACR-9999999999999-1",
            "COF-2026-999999999999999999999");

    private static final List<String> NO_VALUE =
            List.of("", "x", "-1", "99999999999999999999", "a\0b", "2026-02-30", "x".repeat(700));

    private static final List<String> JSON_BODIES =
            List.of("", "{", "[null]", "null", "{\"\\u0000\":\"\\ud800\"}", "[".repeat(3_000));

    private static final List<String> COMMON_FIELDS =
            List.of("page", "size", "q", "lang", "key", "partner", "year", "file", "add", "save");

    /** What stands for a variable where another thing is wrong. */
    private final Map<String, String> known;

    public WrongRequests(Map<String, String> known) {
        this.known = known;
    }

    public List<Wrong> of(RequestMappingInfo door, HandlerMethod handler) {
        return door.getPatternValues().stream()
                .flatMap(pattern -> door.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> at(method.name(), pattern, handler)))
                .toList();
    }

    private Stream<Wrong> at(String method, String pattern, HandlerMethod handler) {
        var wrong = new ArrayList<Wrong>();
        var path = VARIABLE.matcher(pattern).replaceAll(variable -> known.getOrDefault(variable.group(1), "1"));
        for (var accept : List.of("image/png", "nonsense", "text/html;q=x")) {
            wrong.add(new Wrong(method, path, FORM, "", accept));
        }
        for (var other : List.of("GET", "POST", "PUT", "DELETE")) {
            wrong.add(new Wrong(other, path, JSON, "{}", ANY));
        }
        for (var id : NO_ID) {
            if (pattern.contains("{")) {
                wrong.add(new Wrong(method, VARIABLE.matcher(pattern).replaceAll(id), FORM, "", ANY));
            }
        }
        for (var body : bodies(fieldsOf(handler))) {
            wrong.add(
                    method.equals("GET")
                            ? new Wrong(method, path + "?" + body, FORM, "", ANY)
                            : new Wrong(method, path, FORM, body, ANY));
        }
        if (!method.equals("GET")) {
            wrong.add(new Wrong(method, path, FORM, "%zz=%00%zz", ANY));
            if (pattern.startsWith("/api/")) {
                JSON_BODIES.forEach(body -> wrong.add(new Wrong(method, path, JSON, body, ANY)));
            }
            jsonOf(handler).forEach(body -> wrong.add(new Wrong(method, path, JSON, body, ANY)));
            for (var type : List.of("application/xml", "multipart/form-data", MULTIPART, "nonsense")) {
                wrong.add(new Wrong(method, path, type, "--x\r\nnot a part", ANY));
            }
            for (var field : List.of("file", "none")) {
                wrong.add(new Wrong(method, path, MULTIPART, part(field, ""), ANY));
                wrong.add(new Wrong(method, path, MULTIPART, part(field, "; filename=\"a\0b/../c.pdf\""), ANY));
            }
        }
        return wrong.stream();
    }

    private static String part(String field, String file) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + field + "\"" + file + "\r\n\r\nx\r\n--x--\r\n";
    }

    private static List<String> bodies(Set<String> fields) {
        var bodies = new ArrayList<String>();
        for (var value : NO_VALUE) {
            bodies.add(fields.stream()
                    .map(field -> encode(field) + "=" + encode(value))
                    .collect(Collectors.joining("&")));
        }
        bodies.add(fields.stream().map(field -> field + "=1&" + field + "=2").collect(Collectors.joining("&")));
        for (var ending : List.of("[999999999]", "[x]", ".x.y", "[")) {
            bodies.add(
                    fields.stream().map(field -> encode(field + ending) + "=1").collect(Collectors.joining("&")));
        }
        return bodies;
    }

    private static Stream<String> jsonOf(HandlerMethod handler) {
        var fields = fieldsOf(handler);
        return Arrays.stream(handler.getMethodParameters())
                        .anyMatch(one -> one.hasParameterAnnotation(RequestBody.class))
                ? Stream.of(
                                "1",
                                "{}",
                                "[]",
                                "null",
                                "\"\"",
                                "\"\\u0000\"",
                                "\"\\ud800\"",
                                "1e999999999",
                                "\"" + "x".repeat(5_000) + "\"")
                        .map(value -> fields.stream()
                                .map(field -> "\"" + field + "\":" + value)
                                .collect(Collectors.joining(",", "{", "}")))
                : Stream.empty();
    }

    private static Set<String> fieldsOf(HandlerMethod handler) {
        return Stream.concat(
                        COMMON_FIELDS.stream(),
                        Arrays.stream(handler.getMethodParameters()).flatMap(WrongRequests::fieldsOf))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> fieldsOf(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).flatMap(WrongRequests::fieldsOf);
        }
        var named = parameter.getParameterAnnotation(RequestParam.class);
        if (named == null) {
            return Stream.empty();
        }
        var name = named.name().isEmpty() ? parameter.getParameter().getName() : named.name();
        return Map.class.isAssignableFrom(type) ? Stream.of("decision", "comment", "amount") : Stream.of(name);
    }

    private static Stream<String> fieldsOf(RecordComponent component) {
        var type = component.getType();
        return type.isRecord()
                ? Stream.concat(
                        Stream.of(component.getName()),
                        Arrays.stream(type.getRecordComponents())
                                .map(inner -> component.getName() + "." + inner.getName()))
                : Stream.of(component.getName());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
