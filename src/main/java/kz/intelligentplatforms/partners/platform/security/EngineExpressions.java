package kz.intelligentplatforms.partners.platform.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Finds expressions in what somebody sends: the engine would run them. */
final class EngineExpressions {

    private static final JsonFactory STRICT = new JsonFactory();

    private EngineExpressions() {}

    static boolean inParameters(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return false;
        }
        for (var pair : query.split("&")) {
            var name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
            try {
                if (isExpressionKey(URLDecoder.decode(name, StandardCharsets.UTF_8))
                        || isExpression(URLDecoder.decode(pair, StandardCharsets.UTF_8))) {
                    return true;
                }
            } catch (IllegalArgumentException e) {
                return true;
            }
        }
        return false;
    }

    /** Reads token by token, so that repeated keys cannot hide anything. What is no JSON is as good as an expression. */
    static boolean inBody(byte[] body, boolean freeText) {
        try (var parser = STRICT.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpressionKey(parser.currentName())) {
                    return true;
                }
                if (token == JsonToken.VALUE_STRING && !freeText && isExpression(parser.getText())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isExpressionKey(String key) {
        return key.endsWith("Expression");
    }

    private static boolean isExpression(String value) {
        return value.contains("${") || value.contains("#{");
    }
}
