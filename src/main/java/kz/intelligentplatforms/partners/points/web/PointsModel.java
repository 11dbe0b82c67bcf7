package kz.intelligentplatforms.partners.points.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import kz.intelligentplatforms.partners.points.PointsSummaries;
import kz.intelligentplatforms.partners.points.PurchaseHistory;
import kz.intelligentplatforms.partners.points.QuarterFigures;
import kz.intelligentplatforms.partners.points.Statement;
import kz.intelligentplatforms.partners.points.Statements;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the pages on a partner's points show, on the portal and to the vendor's people. */
@Component
class PointsModel {

    private static final int QUARTERS = 8;

    /** How many purchases a statement lists on its page and in print; its CSV file has all. */
    static final int LISTED_PURCHASES = 500;

    private final PointsSummaries summaries;
    private final PointsLedger ledger;
    private final PurchaseHistory purchases;
    private final Statements statements;
    private final Texts texts;
    private final ObjectMapper json;
    private final Clock clock;

    PointsModel(
            PointsSummaries summaries,
            PointsLedger ledger,
            PurchaseHistory purchases,
            Statements statements,
            Texts texts,
            ObjectMapper json,
            Clock clock) {
        this.summaries = summaries;
        this.ledger = ledger;
        this.purchases = purchases;
        this.statements = statements;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /** @param page of the entries; counts from 1 */
    void overview(PartnerView partner, PointsLinks links, int page, Model model) {
        var quarters = summaries.lastQuarters(partner.id(), QUARTERS);
        head(partner, links, model);
        model.addAttribute("summary", summaries.of(partner));
        model.addAttribute("quarters", quarters);
        model.addAttribute("chart", chart(quarters));
        model.addAttribute("entries", ledger.entriesOf(partner.id(), page - 1, Paging.SIZE));
        model.addAttribute("paging", new Paging(page, ledger.entryCountOf(partner.id())));
    }

    /** @param page of the purchases behind it; counts from 1 */
    void entry(PartnerView partner, PointsEntry entry, PointsLinks links, int page, Model model) {
        var behind = purchases.behind(entry, page - 1, Paging.SIZE);
        head(partner, links, model);
        model.addAttribute("entry", entry);
        model.addAttribute("purchases", behind);
        model.addAttribute("paging", new Paging(page, behind.count()));
    }

    /** @param page counts from 1 */
    void purchases(PartnerView partner, PointsLinks links, int page, Model model) {
        int year = LocalDate.now(clock).getYear();
        var bought = purchases.ofTerm(partner.id(), year, page - 1, Paging.SIZE);
        head(partner, links, model);
        model.addAttribute("year", year);
        model.addAttribute("purchases", bought);
        model.addAttribute("paging", new Paging(page, bought.count()));
    }

    void statement(PartnerView partner, String quarter, PointsLinks links, Model model) {
        head(partner, links, model);
        model.addAttribute("statement", statementOf(partner, quarter, LISTED_PURCHASES));
        model.addAttribute("rates", summaries.of(partner).rates());
    }

    Statement statementOf(PartnerView partner, String quarter, int maxPurchases) {
        return Quarter.parse(quarter)
                .flatMap(parsed -> statements.of(partner.id(), parsed, maxPurchases))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void head(PartnerView partner, PointsLinks links, Model model) {
        model.addAttribute("partner", partner);
        model.addAttribute("links", links);
    }

    /** For {@code points.js}. */
    private String chart(List<QuarterFigures> quarters) {
        try {
            return json.writeValueAsString(Map.of(
                    "language", LocaleContextHolder.getLocale().getLanguage(),
                    "labels",
                            quarters.stream()
                                    .map(figures -> texts.get(
                                            "points.quarter.short",
                                            figures.quarter().number(),
                                            String.valueOf(figures.quarter().year())))
                                    .toList(),
                    "purchasesLabel", texts.get("points.chart.purchases"),
                    "purchases",
                            quarters.stream().map(QuarterFigures::purchases).toList(),
                    "pointsLabel", texts.get("points.chart.points"),
                    "points", quarters.stream().map(QuarterFigures::accrued).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
