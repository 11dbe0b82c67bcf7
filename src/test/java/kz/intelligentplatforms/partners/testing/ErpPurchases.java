package kz.intelligentplatforms.partners.testing;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseLine;
import kz.intelligentplatforms.partners.purchases.PurchaseSource;
import kz.intelligentplatforms.partners.purchases.Purchases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Purchases as the ERP hands them over, by the way they come in. */
public class ErpPurchases {

    private final Purchases purchases;
    private final JdbcClient jdbc;

    ErpPurchases(Purchases purchases, JdbcClient jdbc) {
        this.purchases = purchases;
        this.jdbc = jdbc;
    }

    /** A sale to a member; its id. */
    public long sell(String document, String bin, LocalDate day, String amount) {
        record(document, bin, day, amount, "");
        return jdbc.sql("select max(id) from purchase where document_number = ?")
                .param(document)
                .query(Long.class)
                .single();
    }

    /** Says what is right of a sale. */
    public void correct(String document, String bin, LocalDate day, String amount) {
        record(document, bin, day, amount, "true");
    }

    private void record(String document, String bin, LocalDate day, String amount, String corrects) {
        var cells = new EnumMap<PurchaseField, PurchaseLine.Cell>(PurchaseField.class);
        Map.of(
                        PurchaseField.DOCUMENT_NUMBER,
                        document,
                        PurchaseField.PARTNER_BIN,
                        bin,
                        PurchaseField.DATE,
                        day.toString(),
                        PurchaseField.AMOUNT,
                        amount,
                        PurchaseField.KIND,
                        "SALE",
                        PurchaseField.CURRENCY,
                        "KZT",
                        PurchaseField.CORRECTS,
                        corrects)
                .forEach((field, text) -> cells.put(field, new PurchaseLine.Cell(0, 0, text)));
        purchases.record(List.of(new PurchaseLine(0, 0, cells)), PurchaseSource.API, "erp");
    }
}
