package kz.intelligentplatforms.partners.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.Partners.Member;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.purchases.MatchRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchases of companies that were no members when they came in, and whose they turn out to be. */
@Service
@Transactional
public class UnmatchedPurchases {

    private static final Logger LOG = LoggerFactory.getLogger(UnmatchedPurchases.class);
    private static final String LISTED =
            "select id, document_number, tax_country, tax_number, purchased_on, amount, source,"
                    + " received_at from unmatched_purchase";

    private final JdbcClient jdbc;
    private final PurchaseStore store;
    private final Partners partners;

    UnmatchedPurchases(JdbcClient jdbc, PurchaseStore store, Partners partners) {
        this.jdbc = jdbc;
        this.store = store;
        this.partners = partners;
    }

    /**
     * What became of an attempt.
     *
     * @param matched how many count for the partner now
     * @param outside those that stay where they are, because they are of days on which the partner was no member
     */
    public record Matched(int matched, int outside) {}

    @Transactional(readOnly = true)
    public Optional<UnmatchedView> byId(long id) {
        return jdbc.sql(LISTED + " where id = ?")
                .param(id)
                .query(PurchaseSearch::unmatched)
                .optional();
    }

    /** How many purchases of this unknown company there are. */
    @Transactional(readOnly = true)
    public long countOf(TaxIdentity buyer) {
        return jdbc.sql("select count(*) from unmatched_purchase where tax_country = ? and tax_number = ?")
                .params(buyer.country(), buyer.taxNumber())
                .query(Long.class)
                .single();
    }

    /**
     * Says whose a purchase is. It becomes a new one of the partner's, as of now.
     *
     * @param all whether all others of the same unknown number are the partner's too; those outside its terms stay where they are
     * @param partner who it is
     * @param matchedBy user id
     * @throws MatchRefused when nothing can be matched; nothing has changed then
     */
    public Matched match(long id, boolean all, TaxIdentity partner, String matchedBy) {
        store.lock();
        var chosen = byId(id).orElseThrow(() -> new MatchRefused(Reason.GONE));
        var member = Optional.ofNullable(partners.byIdentities(List.of(partner)).get(partner))
                .orElseThrow(() -> new MatchRefused(Reason.NO_MEMBER));
        var fitting = new ArrayList<UnmatchedView>();
        int outside = 0;
        for (var purchase : all ? ofBuyer(chosen.buyer()) : List.of(chosen)) {
            if (member.wasMemberOn(purchase.date())) {
                fitting.add(purchase);
            } else {
                outside++;
            }
        }
        if (fitting.isEmpty()) {
            throw new MatchRefused(Reason.OUTSIDE_TERM, PurchaseClassifier.terms(member));
        }
        move(fitting, member, chosen.buyer().equals(partner), matchedBy);
        LOG.info(
                "Purchases: {} of {} matched to partner {} by {}",
                fitting.size(),
                chosen.buyer().key(),
                member.id(),
                matchedBy);
        return new Matched(fitting.size(), outside);
    }

    /**
     * Every night: what came in before its buyer was a member, or before its next term was agreed on, is its own now. So it does not
     * matter in which order companies join and files are loaded.
     */
    @Scheduled(cron = "0 20 2 * * *", zone = "${program.time-zone}")
    public void matchMembers() {
        store.lock();
        var buyers = jdbc.sql(
                        "select distinct u.tax_country, u.tax_number from unmatched_purchase u"
                                + " join partner p on p.country = u.tax_country and p.tax_number = u.tax_number"
                                + " join membership m on m.partner_id = p.id and u.purchased_on between m.starts_on and m.ends_on")
                .query((row, number) -> new TaxIdentity(row.getString("tax_country"), row.getString("tax_number")))
                .list();
        partners.byIdentities(buyers).forEach((buyer, member) -> {
            var fitting = ofBuyer(buyer).stream()
                    .filter(purchase -> member.wasMemberOn(purchase.date()))
                    .toList();
            move(fitting, member, true, null);
            LOG.info("Purchases: {} of {} are of partner {} now", fitting.size(), buyer.key(), member.id());
        });
    }

    private List<UnmatchedView> ofBuyer(TaxIdentity buyer) {
        return jdbc.sql(LISTED + " where tax_country = ? and tax_number = ? order by purchased_on, document_number")
                .params(buyer.country(), buyer.taxNumber())
                .query(PurchaseSearch::unmatched)
                .list();
    }

    private void move(List<UnmatchedView> fitting, Member member, boolean ownNumber, @Nullable String matchedBy) {
        var ids = fitting.stream().map(UnmatchedView::id).toArray(Long[]::new);
        jdbc.sql("insert into purchase (" + PurchaseStore.DOCUMENT
                        + ", revision, partner_id, purchased_on, amount, source,"
                        + " received_at, received_by, matched_by, tax_country, tax_number)"
                        + " select " + PurchaseStore.DOCUMENT
                        + ", revision, cast(:partner as bigint), purchased_on, amount, source,"
                        + " received_at, received_by, cast(:matchedBy as varchar(64)), "
                        + (ownNumber ? "null, null" : "tax_country, tax_number")
                        + " from unmatched_purchase where id = any(:ids) order by purchased_on, document_number")
                .param("partner", member.id())
                .param("matchedBy", matchedBy)
                .param("ids", ids)
                .update();
        jdbc.sql("delete from unmatched_purchase where id = any(?)").param(ids).update();
    }
}
