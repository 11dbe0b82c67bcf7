package kz.intelligentplatforms.partners.cases;

import java.time.Year;
import java.util.Locale;

/** The kinds of cases; each has a process of its own and a prefix of its numbers. */
public enum CaseKind {
    REGISTRATION("REG"),
    TIER_UPGRADE("TUP"),
    DIRECTORY_LISTING("DIR"),
    POINTS_ACCRUAL("ACR"),
    POINTS_ADJUSTMENT("ADJ"),
    PURCHASE_CORRECTION("PUR"),
    POINTS_REDEMPTION("RED"),
    CO_FUNDING("COF");

    private final String prefix;

    CaseKind(String prefix) {
        this.prefix = prefix;
    }

    String number(Year year, long count) {
        return String.format(Locale.ROOT, "%s-%s-%06d", prefix, year, count);
    }
}
