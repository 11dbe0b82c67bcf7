package kz.intelligentplatforms.partners.points.web;

import kz.intelligentplatforms.partners.program.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages on one partner's points lead: the partner reads them on the portal, the vendor's people on theirs.
 *
 * @param base address of the overview
 * @param partner id, where the address does not say whose pages these are
 */
record PointsLinks(String base, @Nullable Long partner) {

    static PointsLinks ofPortal(long partnerId) {
        return new PointsLinks("/portal/points", partnerId);
    }

    static PointsLinks ofStaff(long partnerId) {
        return new PointsLinks("/staff/points/partners/" + partnerId, null);
    }

    public boolean isStaff() {
        return partner == null;
    }

    public String overview() {
        return link("", 1);
    }

    /** @param page counts from 1 */
    public String overview(int page) {
        return link("", page);
    }

    public String entry(long id) {
        return link("/entries/" + id, 1);
    }

    /** @param page of the purchases behind it; counts from 1 */
    public String entry(long id, int page) {
        return link("/entries/" + id, page);
    }

    /** @param page counts from 1 */
    public String purchases(int page) {
        return link("/purchases", page);
    }

    public String statement(Quarter quarter) {
        return link("/statements/" + quarter, 1);
    }

    public String pdf(Quarter quarter) {
        return link("/statements/" + quarter + ".pdf", 1);
    }

    public String csv(Quarter quarter) {
        return link("/statements/" + quarter + ".csv", 1);
    }

    private String link(String path, int page) {
        var query = (partner == null ? "" : "&partner=" + partner) + (page == 1 ? "" : "&page=" + page);
        return base + path + (query.isEmpty() ? "" : "?" + query.substring(1));
    }
}
