package kz.intelligentplatforms.partners.points;

/** Why points moved. */
public enum EntryKind {
    /** A quarter's calculation; negative after returns. */
    ACCRUAL,
    /** Corrected by hand, by two people. */
    ADJUSTMENT,
    /** Takes an earlier entry back. */
    REVERSAL,
    /** Spent on a reward. */
    REDEMPTION,
    /** Ran out; by default points do not (program.md, reading 3). */
    EXPIRY
}
