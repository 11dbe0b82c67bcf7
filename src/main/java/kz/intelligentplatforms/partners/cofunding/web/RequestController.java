package kz.intelligentplatforms.partners.cofunding.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch.Order;
import kz.intelligentplatforms.partners.cofunding.CoFundingSearch.Query;
import kz.intelligentplatforms.partners.cofunding.Phase;
import kz.intelligentplatforms.partners.partner.PartnerNames;
import kz.intelligentplatforms.partners.partner.PartnerNames.PartnerName;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The requests for co-funding, for the vendor's people: a list to search. */
@Controller
class RequestController {

    private static final int MAX_TEXT = 200;

    private final CoFundingSearch search;
    private final PartnerNames partners;

    RequestController(CoFundingSearch search, PartnerNames partners) {
        this.search = search;
        this.partners = partners;
    }

    /** Where the list leads: the same list on another page, or in another order. */
    record ListLinks(Query query, Order order) {

        public String page(int page) {
            return link(query, order, page);
        }

        /** By the activity's day, or where it is so already, the other way round. */
        public String byDay() {
            return link(query, order == Order.DAY ? Order.LATEST_DAY : Order.DAY, 1);
        }

        public String ofAllPartners() {
            return link(
                    new Query(query.text(), query.phase(), query.activity(), query.turn(), query.year(), null),
                    order,
                    1);
        }

        private static String link(Query query, Order order, int page) {
            var words = new LinkedHashMap<String, Object>();
            words.put("q", query.text());
            words.put("phase", or(query.phase()));
            words.put("activity", or(query.activity()));
            words.put("turn", or(query.turn()));
            words.put("year", or(query.year()));
            words.put("partner", or(query.partnerId()));
            words.put("order", order == Order.NEWEST ? "" : order);
            words.put("page", page == 1 ? "" : page);
            words.values().removeIf(""::equals);
            var link = UriComponentsBuilder.fromPath("/staff/co-funding/requests");
            words.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
            return link.encode().buildAndExpand(words).toUriString();
        }

        private static Object or(@Nullable Object value) {
            return value == null ? "" : value;
        }
    }

    @GetMapping("/staff/co-funding/requests")
    String list(@RequestParam MultiValueMap<String, String> typed, Model model) {
        var query = query(typed);
        var order = among(Order.values(), typed, "order").orElse(Order.NEWEST);
        int page = Paging.number(text(typed, "page"));
        var totals = search.totalsOf(query);
        model.addAttribute("query", query);
        model.addAttribute("order", order);
        model.addAttribute("links", new ListLinks(query, order));
        model.addAttribute("rows", search.list(query, order, page - 1, Paging.SIZE));
        model.addAttribute("totals", totals);
        model.addAttribute("paging", new Paging(page, totals.count()));
        model.addAttribute("phases", Phase.values());
        model.addAttribute("activities", Activity.values());
        model.addAttribute("turns", Turn.values());
        model.addAttribute("only", only(query.partnerId()).orElse(null));
        return "cofunding/staff-requests";
    }

    private Optional<PartnerName> only(@Nullable Long partnerId) {
        return partnerId == null
                ? Optional.empty()
                : Optional.ofNullable(partners.of(List.of(partnerId)).get(partnerId));
    }

    /** What somebody looks for; what cannot be understood is left out. */
    private static Query query(MultiValueMap<String, String> typed) {
        var words = InputText.cleanQuery(text(typed, "q"));
        var year = text(typed, "year");
        var partner = text(typed, "partner");
        return new Query(
                words.substring(0, Math.min(words.length(), MAX_TEXT)),
                among(Phase.values(), typed, "phase").orElse(null),
                among(Activity.values(), typed, "activity").orElse(null),
                among(Turn.values(), typed, "turn").orElse(null),
                year.matches("[1-9][0-9]{3}") ? Integer.valueOf(year) : null,
                partner.matches("[0-9]{1,18}") ? Long.valueOf(partner) : null);
    }

    private static <T extends Enum<T>> Optional<T> among(T[] values, MultiValueMap<String, String> typed, String name) {
        var word = text(typed, name);
        return Arrays.stream(values).filter(value -> value.name().equals(word)).findFirst();
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }
}
