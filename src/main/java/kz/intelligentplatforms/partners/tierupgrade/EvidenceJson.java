package kz.intelligentplatforms.partners.tierupgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Evidence in one column. */
@Converter
public class EvidenceJson implements AttributeConverter<Evidence, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Evidence evidence) {
        try {
            return JSON.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Evidence convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Evidence.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
