package kz.intelligentplatforms.partners.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+77172556677, +77172556677",
        "+7 7172 55 66 77, +77172556677",
        "+7 (7172) 55-66-77, +77172556677",
        "+7.717.255.66.77, +77172556677",
        "77172556677, +77172556677",
        "8 (7172) 55-66-77, +77172556677",
        "87172556677, +77172556677",
        "7172556677, +77172556677",
        "(7172) 55-66-77, +77172556677",
        "+49 30 901820, +4930901820",
        "+86 10 1234 5678 901, +861012345678901",
        "+81 3 1234 5678, +81312345678"
    })
    void writesTheSameNumberTheSameWay(String typed, String international) {
        assertThat(PhoneNumber.normalise(typed)).contains(international);
    }

    @ParameterizedTest
    @CsvSource({"+77172556677", "+4930901820", "+861012345678901"})
    void leavesANormalNumberAsItIs(String number) {
        assertThat(PhoneNumber.normalise(number)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "++77172556677",
                "123456789",
                "+1234567890123456",
                "7172556677 доб. 12",
                "7172556677x12",
                "tel:+77172556677",
                "+7717255667٧",
                "٧٧١٧٢٥٥٦٦٧٧",
                "+77172556677\n",
                "----------"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(PhoneNumber.normalise(typed)).isEmpty();
    }
}
