package kz.intelligentplatforms.partners.cases;

import java.time.Year;

/** The kinds of cases; each has a process of its own and a prefix of its numbers. */
public enum CaseKind {
    REGISTRATION("REG");

    private final String prefix;

    CaseKind(String prefix) {
        this.prefix = prefix;
    }

    String number(Year year, long count) {
        return "%s-%s-%06d".formatted(prefix, year, count);
    }
}
