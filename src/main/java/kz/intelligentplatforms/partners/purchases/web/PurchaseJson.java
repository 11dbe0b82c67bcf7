package kz.intelligentplatforms.partners.purchases.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Map;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseLine;
import kz.intelligentplatforms.partners.purchases.PurchaseLine.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as the ERP sends it: texts as they were sent, numbers too, because a number of JSON would lose digits on its way through a
 * floating point.
 */
@Schema(name = "Purchase")
record PurchaseJson(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = 64,
                description =
                        "With kind and year of the date it names the document; letters that look alike and leading zeros make"
                                + " no difference",
                example = "РТ-000123")
        @Nullable
        String documentNumber,

        @Schema(
                maxLength = 64,
                description = "The document's own id in the ERP, where it has one: then that names it",
                example = "5f1c7c1e-0b52-11ee-9b6e-00155d0a0c01")
        @Nullable
        String documentId,

        @Schema(
                description =
                        "BIN or IIN of a buyer in Kazakhstan; without a buyer that can exist the purchase is SKIPPED",
                example = "080640001231")
        @Nullable
        String partnerBin,

        @Schema(
                description =
                        "ISO 3166 alpha-2, with partnerTaxNumber in the place of partnerBin: a buyer outside Kazakhstan",
                example = "RU")
        @Nullable
        String partnerCountry,

        @Schema(maxLength = 32, description = "Tax number of a buyer outside Kazakhstan", example = "7707083893")
        @Nullable
        String partnerTaxNumber,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "date",
                description = "Not in the future, within the partner's membership")
        @Nullable
        String date,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                type = "number",
                description = "KZT, at most 15 digits, two of them decimals; also as a string. Of a return with or"
                        + " without the minus",
                example = "1500000.00")
        @Nullable
        String amount,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"SALE", "RETURN"})
        @Nullable
        String kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "KZT") @Nullable
        String currency,

        @Schema(
                description =
                        "Whether this is right in the place of what is recorded under the same number, kind and year, or id")
        @Nullable
        Boolean corrects) {

    PurchaseLine line(int index) {
        var cells = new EnumMap<PurchaseField, Cell>(PurchaseField.class);
        put(cells, PurchaseField.DOCUMENT_NUMBER, index, documentNumber);
        put(cells, PurchaseField.DOCUMENT_ID, index, documentId);
        put(cells, PurchaseField.PARTNER_BIN, index, partnerBin);
        put(cells, PurchaseField.PARTNER_COUNTRY, index, partnerCountry);
        put(cells, PurchaseField.PARTNER_TAX_NUMBER, index, partnerTaxNumber);
        put(cells, PurchaseField.DATE, index, date);
        put(cells, PurchaseField.AMOUNT, index, amount);
        put(cells, PurchaseField.KIND, index, kind);
        put(cells, PurchaseField.CURRENCY, index, currency);
        put(cells, PurchaseField.CORRECTS, index, corrects);
        return new PurchaseLine(index, 0, cells);
    }

    private static void put(Map<PurchaseField, Cell> cells, PurchaseField field, int index, @Nullable Object value) {
        if (value != null) {
            cells.put(field, new Cell(index, 0, value.toString()));
        }
    }
}
