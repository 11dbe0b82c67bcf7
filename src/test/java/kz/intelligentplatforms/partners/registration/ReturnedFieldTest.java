package kz.intelligentplatforms.partners.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnedFieldTest {

    @ParameterizedTest
    @EnumSource
    void isKnownByItsValue(ReturnedField field) {
        assertThat(ReturnedField.of(field.value())).contains(field);
    }

    @Test
    void thereIsNoOther() {
        assertThat(ReturnedField.of("company")).isEmpty();
        assertThat(ReturnedField.of("COMPANY_NAME")).isEmpty();
        assertThat(ReturnedField.of("")).isEmpty();
    }
}
