package kz.intelligentplatforms.partners.directory.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.directory.DirectorySearch;
import kz.intelligentplatforms.partners.directory.Listing;
import kz.intelligentplatforms.partners.directory.ListingQuery;
import kz.intelligentplatforms.partners.directory.ListingQuery.Section;
import kz.intelligentplatforms.partners.directory.Logos;
import kz.intelligentplatforms.partners.program.Tier;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The public directory: two lists, and a page for each partner. */
@Controller
class DirectoryController {

    private static final int PAGE_SIZE = 24;
    private static final int MAX_TEXT = 200;

    private final DirectorySearch directory;
    private final Logos logos;
    private final StructuredData structuredData;

    DirectoryController(DirectorySearch directory, Logos logos, StructuredData structuredData) {
        this.directory = directory;
        this.logos = logos;
        this.structuredData = structuredData;
    }

    /** As people type and choose it; what means nothing is not asked for. */
    record Search(String q, String city, String tier, String service, String page) {

        ListingQuery in(Section section) {
            var level = Arrays.stream(Tier.values())
                    .filter(known -> known.name().equals(tier))
                    .findFirst()
                    .orElse(null);
            boolean withService = section == Section.PARTNERS && service.equals("true");
            return new ListingQuery(section, cut(q), cut(city), level, withService ? true : null);
        }

        private static String cut(String text) {
            return text.substring(0, Math.min(text.length(), MAX_TEXT));
        }

        /** Counts from 0; people count from 1. */
        int number() {
            return page.matches("[0-9]{1,5}") ? Math.max(Integer.parseInt(page), 1) - 1 : 0;
        }
    }

    @GetMapping("/partners")
    String partners(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        return list(Section.PARTNERS, new Search(q, city, tier, service, page), model);
    }

    @GetMapping("/service-partners")
    String servicePartners(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        return list(Section.SERVICE_PARTNERS, new Search(q, city, tier, "", page), model);
    }

    private String list(Section section, Search search, Model model) {
        var query = search.in(section);
        model.addAttribute("section", section);
        model.addAttribute("path", pathOf(section));
        model.addAttribute("pageLink", pageLink(query));
        model.addAttribute("query", query);
        model.addAttribute("filtered", !query.equals(ListingQuery.all(section)));
        model.addAttribute("cities", directory.cities(section));
        model.addAttribute("tiers", Tier.values());
        model.addAttribute("found", directory.find(query, PageRequest.of(search.number(), PAGE_SIZE)));
        return "directory/list";
    }

    private static String pathOf(Section section) {
        return section == Section.PARTNERS ? "/partners" : "/service-partners";
    }

    /** The same search, to which the number of a page is to be added. */
    private static String pageLink(ListingQuery query) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("q", query.name());
        asked.put("city", query.city());
        asked.put("tier", query.tier() == null ? "" : query.tier().name());
        asked.put("service", query.service() == null ? "" : query.service());
        asked.values().removeIf(""::equals);
        var link = UriComponentsBuilder.fromPath(pathOf(query.section()));
        asked.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.queryParam("page", "").encode().buildAndExpand(asked).toUriString();
    }

    @GetMapping("/partners/{slug}")
    String partner(@PathVariable String slug, Locale locale, Model model) {
        var listing = find(slug);
        model.addAttribute("listing", listing);
        model.addAttribute("canonical", structuredData.addressOf(listing));
        model.addAttribute("structuredData", structuredData.of(listing, locale));
        return "directory/partner";
    }

    private Listing find(String slug) {
        return Optional.of(slug)
                .filter(address -> address.indexOf('\0') < 0)
                .flatMap(directory::bySlug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param v the logo's id: with it the address always means the same picture */
    @GetMapping("/partners/{slug}/logo")
    ResponseEntity<byte[]> logo(@PathVariable String slug, @RequestParam(defaultValue = "") String v) {
        var listing = find(slug);
        var kept = v.equals(listing.logo()) ? Duration.ofDays(30) : Duration.ofMinutes(1);
        return logos.shown(slug)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(kept).cachePublic())
                        .eTag("\"" + listing.logo() + "\"")
                        .body(png))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
