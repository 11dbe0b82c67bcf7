package kz.intelligentplatforms.partners.cases;

/** Whose turn it is in a case. */
public enum Turn {
    /** The company that applied, or the partner. */
    COMPANY,
    /** The vendor's people. */
    VENDOR,
    /** The program itself is at work; nobody has to do anything. */
    SYSTEM,
    /** The case is closed. */
    NOBODY
}
