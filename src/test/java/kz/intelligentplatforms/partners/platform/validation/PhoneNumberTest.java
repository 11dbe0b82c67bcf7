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
        "8-10-7-701-123-45-67, +77011234567",
        "+7 701 123-45-67 доб. 123, +77011234567 доб. 123",
        "+7 701 123-45-67 (вн. 123), +77011234567 доб. 123",
        "'+7 701 123-45-67, ext. 123', +77011234567 доб. 123",
        "87011234567x123, +77011234567 доб. 123",
        "+7\u00a0701\u202f123\u201145\u201167, +77011234567",
        "+81 3 1234 5678, +81312345678"
    })
    void writesTheSameNumberTheSameWay(String typed, String international) {
        assertThat(PhoneNumber.normalise(typed)).contains(international);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+77172556677", "+4930901820", "+77172556677 доб. 123"})
    void leavesANormalNumberAsItIs(String number) {
        assertThat(PhoneNumber.normalise(number)).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "90 123 45 67, UZ, +998901234567",
        "8 (495) 123-45-67, RU, +74951234567",
        "0555 123 456, KG, +996555123456",
        "+7 701 123 45 67, UZ, +77011234567",
        "8 701 123 45 67, KZ, +77011234567"
    })
    void readsALocalNumberInItsCountry(String typed, String country, String international) {
        assertThat(PhoneNumber.normalise(typed, country)).contains(international);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "++77172556677",
                "123456789",
                "+1234567890123456",
                "7172556677 доб.",
                "+861012345678901",
                "55-66-77",
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
