package kz.intelligentplatforms.partners.funds;

/** What an entry of the fund ledger does to a fund. */
public enum FundEntryKind {
    /** Adds to what is allocated. */
    ALLOCATED,
    /** Corrects what is allocated, up or down. */
    ADJUSTED,
    /** Sets money aside for a case. */
    RESERVED,
    /** Gives back what was set aside. */
    RELEASED,
    /** Spends what was set aside. */
    PAID
}
