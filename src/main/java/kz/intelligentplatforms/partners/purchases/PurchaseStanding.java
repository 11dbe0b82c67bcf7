package kz.intelligentplatforms.partners.purchases;

/** What a row of purchases is to its document; the messages {@code purchases.standing.<NAME>}. */
public enum PurchaseStanding {
    /** As it came in. */
    RECORDED,
    /** As it is right, in the place of what was recorded before. */
    CORRECTION,
    /** It was corrected or voided: the reversal takes it back. */
    REVERSED,
    /** Takes another row back. */
    REVERSAL;

    /** Tells the standing of the rows of {@code purchase p}. */
    public static final String SQL = "case when p.reverses is not null then 'REVERSAL'"
            + " when exists (select 1 from purchase r where r.reverses = p.id) then 'REVERSED'"
            + " when p.replaces is not null then 'CORRECTION' else 'RECORDED' end as standing";

    /** Whether its amount is in force. */
    public boolean isInForce() {
        return this == RECORDED || this == CORRECTION;
    }
}
