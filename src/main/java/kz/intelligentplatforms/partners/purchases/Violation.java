package kz.intelligentplatforms.partners.purchases;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with what was handed over.
 *
 * @param line as in {@link PurchaseLine}; 0 where it is the whole file
 * @param column as in {@link PurchaseLine.Cell}
 * @param field nothing where it is the file that is wrong, not one of the purchases
 * @param value as it was found, shortened
 * @param arguments what the message names
 */
public record Violation(
        int line, int column, @Nullable PurchaseField field, String value, Kind kind, List<String> arguments) {

    /** Longer values are not told back in full. */
    private static final int MAX_VALUE = 80;

    /** The messages {@code purchases.flaw.<NAME>}. */
    public enum Kind {
        REQUIRED,
        DOCUMENT_TOO_LONG,
        DOCUMENT_ID_TOO_LONG,
        CONTROL_CHARACTERS,
        BIN_FORM,
        BIN_CHECK_DIGIT,
        /** It was one before a spreadsheet took it for an amount. */
        BIN_SPREADSHEET,
        COUNTRY,
        TAX_NUMBER_FORM,
        /** {0}: the other number. */
        TWO_BUYERS,
        DATE_FORM,
        DATE_TO_COME,
        AMOUNT_FORM,
        AMOUNT_DECIMALS,
        AMOUNT_DIGITS,
        AMOUNT_ZERO,
        AMOUNT_NEGATIVE,
        KIND,
        CURRENCY,
        /** {0}: where the number was before. */
        DUPLICATE,
        /** {0}: number, {1}: day, {2}: sum and {3}: buyer that are recorded. */
        CONFLICT,
        NOTHING_TO_CORRECT,
        SEVERAL_DOCUMENTS,
        /** As {@link #CONFLICT}. */
        VOIDED,
        /** {0}: the partner's terms. */
        OUTSIDE_TERM,
        NO_ROWS,
        /** {0}: how many are taken. */
        TOO_MANY_ROWS,
        /** {0}: the columns. */
        COLUMNS_MISSING,
        /** {0}: the column. */
        COLUMN_TWICE,
        /** {0}: how many cells there are, {1}: how many columns. */
        CELLS_MISSING,
        /** {0}: how many cells there are, {1}: how many columns. */
        CELLS_TOO_MANY,
        QUOTES,
        TOO_LONG,
        ENCODING,
        WORKBOOK,
        XML_BROKEN,
        XML_DOCTYPE,
        XML_ROOT,
        XML_TOO_DEEP;

        /** Whether the purchase is right in itself, and something else is recorded. */
        public boolean isConflict() {
            return this == CONFLICT || this == VOIDED;
        }
    }

    /** By these nobody can say whose a purchase is, or it comes to nothing; what they are of can be read all the same. */
    private static final Set<Kind> COUNTING_FOR_NOTHING = EnumSet.of(
            Kind.BIN_FORM, Kind.BIN_CHECK_DIGIT, Kind.COUNTRY, Kind.TAX_NUMBER_FORM, Kind.CURRENCY, Kind.AMOUNT_ZERO);

    private static final Set<PurchaseField> BUYER =
            EnumSet.of(PurchaseField.PARTNER_BIN, PurchaseField.PARTNER_COUNTRY);

    public Violation {
        if (value.length() > MAX_VALUE) {
            value = value.substring(0, MAX_VALUE) + "…";
        }
    }

    /** Whether a purchase with it counts for nothing, rather than cannot be read. */
    boolean countsForNothing() {
        return COUNTING_FOR_NOTHING.contains(kind) || kind == Kind.REQUIRED && field != null && BUYER.contains(field);
    }

    static Violation of(PurchaseField field, PurchaseLine.Cell cell, Kind kind, String... arguments) {
        return new Violation(cell.line(), cell.column(), field, cell.text(), kind, List.of(arguments));
    }

    static Violation ofFile(int line, int column, Kind kind, String... arguments) {
        return new Violation(line, column, null, "", kind, List.of(arguments));
    }
}
