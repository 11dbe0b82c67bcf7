package kz.intelligentplatforms.partners.testing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the tests add to the application. */
@org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
@Import(TestHands.class)
class TestConfiguration {

    @Bean
    ProcessCoverage processCoverage() {
        return new ProcessCoverage();
    }

    @Bean
    TestStartForm testStartForm() {
        return new TestStartForm();
    }
}
