package kz.intelligentplatforms.partners.purchases;

import java.util.List;

/** Whose purchases the sample files tell of; the demo data has some of its own. */
public interface SampleBuyers {

    /** BINs of members, whose terms cover the last full quarter; four are used. */
    List<String> bins();
}
