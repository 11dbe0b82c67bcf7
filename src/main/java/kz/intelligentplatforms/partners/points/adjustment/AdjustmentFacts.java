package kz.intelligentplatforms.partners.points.adjustment;

import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.points.PointsBalance;

/**
 * What the tasks' forms show of an adjustment.
 *
 * @param requester the name of whoever asked first
 */
record AdjustmentFacts(AdjustmentView adjustment, CompanyProfile company, String requester, PointsBalance balance) {

    /** The balance, once the points are posted. */
    public long after() {
        return balance.balance() + adjustment.points();
    }
}
