package kz.intelligentplatforms.partners.points.web;

import java.util.Map;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.web.CsvFile;
import kz.intelligentplatforms.partners.platform.web.Downloads;
import kz.intelligentplatforms.partners.platform.web.PdfDocuments;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsRules;
import kz.intelligentplatforms.partners.points.Statement;
import kz.intelligentplatforms.partners.purchases.PurchaseStanding;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Statements to print and to calculate with, in the reader's language. */
@Component
class StatementFiles {

    private final PointsModel model;
    private final PdfDocuments documents;
    private final PointsRules rules;
    private final ProgramSettings settings;
    private final Texts texts;

    StatementFiles(
            PointsModel model, PdfDocuments documents, PointsRules rules, ProgramSettings settings, Texts texts) {
        this.model = model;
        this.documents = documents;
        this.rules = rules;
        this.settings = settings;
        this.texts = texts;
    }

    ResponseEntity<byte[]> pdf(PartnerView partner, String quarter) {
        var statement = model.statementOf(partner, quarter, PointsModel.LISTED_PURCHASES);
        var content = documents.of(
                "points/statement-pdf",
                Map.of(
                        "statement",
                        statement,
                        "partner",
                        partner,
                        "rates",
                        rules.rates(),
                        "vendor",
                        settings.vendorName()));
        return file(content, MediaType.APPLICATION_PDF, partner, quarter + ".pdf");
    }

    ResponseEntity<byte[]> csv(PartnerView partner, String quarter) {
        var statement = model.statementOf(partner, quarter, Integer.MAX_VALUE);
        return file(csv(partner, statement).bytes(), Downloads.CSV, partner, quarter + ".csv");
    }

    /** One line for each movement, so that a spreadsheet can filter and add: points have theirs, purchases theirs. */
    private CsvFile csv(PartnerView partner, Statement statement) {
        var file = new CsvFile()
                .row(
                        texts.get("points.csv.partner"),
                        texts.get("points.csv.number"),
                        texts.get("points.csv.quarter"),
                        texts.get("points.csv.what"),
                        texts.get("points.csv.date"),
                        texts.get("points.csv.document"),
                        texts.get("points.csv.amount"),
                        texts.get("points.csv.points"));
        row(
                file,
                partner,
                statement,
                "points.statement.opening",
                statement.quarter().firstDay(),
                "",
                "",
                statement.opening());
        for (var entry : statement.entries()) {
            var day = entry.postedAt().atZone(settings.timeZone()).toLocalDate();
            var caseNumber = entry.caseNumber() == null ? "" : entry.caseNumber();
            row(file, partner, statement, "points.kind." + entry.kind(), day, caseNumber, "", entry.points());
        }
        row(
                file,
                partner,
                statement,
                "points.statement.closing",
                statement.quarter().lastDay(),
                "",
                "",
                statement.closing());
        for (var purchase : statement.counted().shown()) {
            var direction = purchase.amount().signum() < 0 ? "points.purchase.return" : "points.purchase.sale";
            var what = purchase.standing() == PurchaseStanding.REVERSAL ? "purchases.standing.REVERSAL" : direction;
            row(
                    file,
                    partner,
                    statement,
                    what,
                    purchase.purchasedOn(),
                    purchase.documentNumber(),
                    purchase.amount(),
                    "");
        }
        return file;
    }

    @SuppressWarnings("TooManyParameters") // the columns
    private void row(
            CsvFile file,
            PartnerView partner,
            Statement statement,
            String what,
            Object date,
            String document,
            Object amount,
            Object points) {
        file.row(
                partner.company().name(),
                partner.company().identity().taxNumber(),
                statement.quarter(),
                texts.get(what),
                date,
                document,
                amount,
                points);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, PartnerView partner, String ending) {
        var name = "points-" + partner.company().identity().taxNumber().replaceAll("[^A-Z0-9-]", "-") + "-" + ending;
        return Downloads.of(name, type, content);
    }
}
