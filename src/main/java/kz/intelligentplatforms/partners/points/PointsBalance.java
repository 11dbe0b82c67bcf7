package kz.intelligentplatforms.partners.points;

/**
 * What a partner has.
 *
 * @param balance the sum of its entries; negative when returns took back more than there was
 * @param reserved for rewards that were asked for and not handed over yet
 */
public record PointsBalance(long balance, long reserved) {

    /** What may be spent; never below 0. */
    public long available() {
        return Math.max(0, balance - reserved);
    }
}
