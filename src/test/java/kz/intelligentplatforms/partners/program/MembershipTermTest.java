package kz.intelligentplatforms.partners.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTermTest {

    @ParameterizedTest
    @CsvSource({
        "2026-07-15, 2026-12-31",
        "2026-01-01, 2026-12-31",
        "2026-12-31, 2026-12-31",
        "2027-01-01, 2027-12-31",
        "2028-02-29, 2028-12-31"
    })
    void runsFromTheDayOfRegistrationToTheEndOfThatYear(LocalDate registeredOn, LocalDate lastDay) {
        assertThat(MembershipTerm.startingOn(registeredOn)).isEqualTo(new MembershipTerm(registeredOn, lastDay));
    }
}
