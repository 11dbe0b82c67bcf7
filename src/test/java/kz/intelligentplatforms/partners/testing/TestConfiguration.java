package kz.intelligentplatforms.partners.testing;

import kz.intelligentplatforms.partners.notification.MailRuns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the tests add to the application. */
@org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
@Import({
    Jobs.class,
    MailRuns.class,
    People.class,
    Members.class,
    LevelApplications.class,
    Purchasing.class,
    SampleFileBuyers.class,
    CoFunding.class,
    FundBook.class
})
class TestConfiguration {

    @Bean
    ProcessCoverage processCoverage() {
        return new ProcessCoverage();
    }
}
