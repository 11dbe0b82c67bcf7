package kz.intelligentplatforms.partners.purchases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.purchases.PurchaseLine.Cell;
import org.jspecify.annotations.Nullable;

/** A party of a document that is being read: what it is there for, and by which number it is known. */
final class CommerceMlParty {

    private static final Set<String> TAX_NUMBERS = Set.of("ИНН", "БИН", "ИИН", "РНН");

    /** What a party is there for, whose number says more and more of who bought. */
    private enum Role {
        /** Its number says nothing of it. */
        SELLER,
        OTHER,
        RECEIVER,
        BUYER
    }

    private static final Map<String, Role> ROLES = Map.of(
            "покупатель", Role.BUYER,
            "получатель", Role.RECEIVER,
            "продавец", Role.SELLER,
            "поставщик", Role.SELLER);

    private final int depth;
    private final List<Cell> numbers = new ArrayList<>();
    private Role role = Role.OTHER;
    private String addressPart = "";
    private @Nullable Cell country;

    CommerceMlParty(int depth) {
        this.depth = depth;
    }

    int depth() {
        return depth;
    }

    /** An element within the party ends, at this depth. */
    void end(String name, int at, String parent, Cell cell) {
        if (TAX_NUMBERS.contains(name) && isOfItself(at, parent)) {
            if (!cell.text().isEmpty()) {
                numbers.add(cell);
            }
        } else if (name.equals("Роль") && at == depth + 1) {
            role = ROLES.getOrDefault(cell.text().toLowerCase(Locale.ROOT), Role.OTHER);
        } else if (name.equals("Страна") && isOfItself(at, parent)) {
            found(cell);
        } else if (parent.equals("АдресноеПоле") && at <= depth + 4) {
            if (name.equals("Тип")) {
                addressPart = cell.text();
            } else if (name.equals("Значение") && addressPart.equals("Страна")) {
                found(cell);
            }
        }
    }

    private void found(Cell cell) {
        if (country == null && !cell.text().isEmpty()) {
            country = new Cell(cell.line(), cell.column(), Countries.code(cell.text()));
        }
    }

    /** Its own number, not that of its bank or of somebody who acts for it. */
    private boolean isOfItself(int at, String parent) {
        return at == depth + 1 || at == depth + 2 && parent.startsWith("Реквизиты");
    }

    /** A buyer is the buyer even without a number; of others it is the first that has one. */
    boolean isRatherTheBuyerThan(@Nullable CommerceMlParty other) {
        if (role == Role.SELLER) {
            return false;
        }
        return other == null
                || role.compareTo(other.role) > 0
                || role == other.role && other.numbers.isEmpty() && !numbers.isEmpty();
    }

    /** What it is known by: the first of its numbers that is a BIN or IIN, else the first; in another country, that and the first. */
    Map<PurchaseField, Cell> cells() {
        var cells = new EnumMap<PurchaseField, Cell>(PurchaseField.class);
        if (numbers.isEmpty()) {
            return cells;
        }
        if (country == null || country.text().equals(TaxIdentity.KAZAKHSTAN)) {
            var valid = numbers.stream()
                    .filter(number -> TaxIdentity.hasCheckDigit(number.text()))
                    .findFirst();
            cells.put(PurchaseField.PARTNER_BIN, valid.orElse(numbers.get(0)));
        } else {
            cells.put(PurchaseField.PARTNER_COUNTRY, country);
            cells.put(PurchaseField.PARTNER_TAX_NUMBER, numbers.get(0));
        }
        return cells;
    }
}
