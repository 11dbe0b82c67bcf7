package kz.intelligentplatforms.partners.purchases;

import java.util.Map;

/**
 * A purchase as it was handed over, before anybody looked at it.
 *
 * @param line where it begins: the line of the file, or its place in a list, from 0
 */
public record PurchaseLine(int line, int column, Map<PurchaseField, Cell> cells) {

    /**
     * A text and where it stands.
     *
     * @param column in CSV the number of the column, in XML that of the character, from 1; 0 where there are no columns
     */
    public record Cell(int line, int column, String text) {}

    /** The field's cell; an empty one where the purchase stands when there is none. */
    public Cell cell(PurchaseField field) {
        var cell = cells.get(field);
        return cell == null ? new Cell(line, column, "") : cell;
    }
}
