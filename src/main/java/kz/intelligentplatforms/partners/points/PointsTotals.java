package kz.intelligentplatforms.partners.points;

import kz.intelligentplatforms.partners.program.Quarter;

/**
 * All accounts together.
 *
 * @param balance the points partners have; negative balances count as such
 * @param quarter the current one
 * @param entries posted for it so far
 * @param points their sum
 */
public record PointsTotals(long accounts, long balance, long reserved, Quarter quarter, long entries, long points) {}
