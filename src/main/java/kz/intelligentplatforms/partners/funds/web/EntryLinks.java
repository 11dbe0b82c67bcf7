package kz.intelligentplatforms.partners.funds.web;

import java.util.EnumSet;
import java.util.Set;
import kz.intelligentplatforms.partners.funds.FundEntries.Filter;
import kz.intelligentplatforms.partners.funds.FundEntryKind;
import kz.intelligentplatforms.partners.funds.FundView;
import org.springframework.web.util.UriComponentsBuilder;

/** Where figures lead: to the entries that make them, of a year or of one fund. */
record EntryLinks(Filter filter) {

    private static final String BASE = "/staff/co-funding/";

    static EntryLinks of(int year) {
        return new EntryLinks(new Filter(year, null, Set.of(), null));
    }

    static EntryLinks of(FundView fund) {
        return new EntryLinks(new Filter(fund.year(), fund.id(), Set.of(), null));
    }

    public String all() {
        return only(Set.of());
    }

    public String allocated() {
        return only(EnumSet.of(FundEntryKind.ALLOCATED, FundEntryKind.ADJUSTED));
    }

    public String reserved() {
        return only(EnumSet.of(FundEntryKind.RESERVED, FundEntryKind.RELEASED, FundEntryKind.PAID));
    }

    public String paid() {
        return only(EnumSet.of(FundEntryKind.PAID));
    }

    public String ofPartner(long partnerId) {
        return link("", new Filter(filter.year(), filter.fundId(), filter.kinds(), partnerId), 1);
    }

    /** @param page counts from 1 */
    public String page(int page) {
        return link("", filter, page);
    }

    public String csv() {
        return link(".csv", filter, 1);
    }

    private String only(Set<FundEntryKind> kinds) {
        return link("", new Filter(filter.year(), filter.fundId(), kinds, filter.partnerId()), 1);
    }

    private static String link(String ending, Filter filter, int page) {
        var link = filter.fundId() == null
                ? UriComponentsBuilder.fromPath(BASE + "entries" + ending).queryParam("year", filter.year())
                : UriComponentsBuilder.fromPath(BASE + "funds/" + filter.fundId() + ending);
        filter.kinds().forEach(kind -> link.queryParam("kind", kind));
        if (filter.partnerId() != null) {
            link.queryParam("partner", filter.partnerId());
        }
        if (page != 1) {
            link.queryParam("page", page);
        }
        return link.toUriString();
    }
}
