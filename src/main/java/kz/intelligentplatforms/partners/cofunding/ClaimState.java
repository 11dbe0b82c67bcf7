package kz.intelligentplatforms.partners.cofunding;

/** How a claim stands. */
public enum ClaimState {
    SUBMITTED,
    /** The partner may change it. */
    RETURNED,
    /** Marketing agrees, or whoever decided on the appeal; somebody of finance has to, too. */
    ACCEPTED,
    PAYABLE,
    REFUSED,
    APPEALED,
    PAID,
    /** The partner gave the money back, or a manager cancelled. */
    GIVEN_UP
}
