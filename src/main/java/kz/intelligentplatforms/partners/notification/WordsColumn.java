package kz.intelligentplatforms.partners.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mail's words in one column. Release 1 wrote them without their names, in one order for each kind of mail. */
@Converter
class WordsColumn implements AttributeConverter<Map<String, String>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> UNNAMED = new TypeReference<>() {};

    /** The names of each place, of whichever kind the mail is. */
    private static final List<List<String>> PLACES = List.of(
            List.of("company", "name"),
            List.of("case"),
            List.of("reason", "task", "quarter", "reward"),
            List.of("target", "points", "title"),
            List.of("requirement", "balance", "sum"),
            List.of("day"));

    @Override
    public String convertToDatabaseColumn(Map<String, String> words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        try {
            return column.startsWith("[") ? named(JSON.readValue(column, UNNAMED)) : JSON.readValue(column, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> named(List<String> words) {
        var named = new HashMap<String, String>();
        for (int place = 0; place < words.size(); place++) {
            for (var name : PLACES.get(place)) {
                named.put(name, words.get(place));
            }
        }
        return named;
    }
}
