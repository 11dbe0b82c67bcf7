package kz.intelligentplatforms.partners.funds.web;

import java.time.Clock;
import java.time.Year;

/** The year in an address. */
final class BudgetYears {

    private BudgetYears() {}

    /** @param typed what is no year is this one */
    static int of(String typed, Clock clock) {
        return typed.matches("[1-9][0-9]{3}")
                ? Integer.parseInt(typed)
                : Year.now(clock).getValue();
    }
}
