package kz.intelligentplatforms.partners.directory.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kz.intelligentplatforms.partners.directory.Listing;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.stereotype.Component;

/** A partner as search engines read it: an Organization of schema.org, in JSON-LD. */
@Component
class StructuredData {

    private final ProgramSettings settings;
    private final ObjectMapper json;

    StructuredData(ProgramSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** The one address of the partner's page, in whatever language it is read. */
    String addressOf(Listing listing) {
        return settings.baseUrl() + "/partners/" + listing.slug();
    }

    /** Safe to stand inside a script element as it is. */
    String of(Listing listing, Locale reader) {
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("@context", "https://schema.org");
        organization.put("@type", "Organization");
        organization.put("name", listing.name());
        organization.put("mainEntityOfPage", addressOf(listing));
        if (listing.website() != null) {
            organization.put("url", listing.website());
        }
        organization.put("address", Map.of("@type", "PostalAddress", "addressLocality", listing.city()));
        if (!listing.about().ru().isEmpty()) {
            organization.put("description", listing.about().in(reader));
        }
        if (listing.logo() != null) {
            organization.put("logo", addressOf(listing) + "/logo?v=" + listing.logo());
        }
        organization.put("memberOf", Map.of("@type", "ProgramMembership", "hostingOrganization", vendor()));
        return write(organization);
    }

    private Map<String, String> vendor() {
        return Map.of("@type", "Organization", "name", settings.vendorName());
    }

    private String write(Map<String, Object> organization) {
        try {
            return json.writeValueAsString(organization)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
