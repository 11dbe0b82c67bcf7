package kz.intelligentplatforms.partners.testing;

import kz.intelligentplatforms.partners.notification.MailRuns;
import org.springframework.context.annotation.Import;

/** The hands that tests work with, for an application that a test starts itself. */
@Import({
    Jobs.class,
    MailRuns.class,
    People.class,
    Members.class,
    LevelApplications.class,
    Purchasing.class,
    SampleFileBuyers.class,
    CoFunding.class,
    ErpPurchases.class,
    FundBook.class
})
public class TestHands {}
