package kz.intelligentplatforms.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPersonTest {

    @ParameterizedTest
    @CsvSource({
        "asel@alatau.example, alatau.example",
        "asel@Mail.Alatau.EXAMPLE, mail.alatau.example",
        "a@b@alatau.example, alatau.example"
    })
    void knowsTheMailDomainInLowerCase(String email, String domain) {
        assertThat(new ContactPerson("Асель", "Директор", email, "+77272500101").mailDomain())
                .isEqualTo(domain);
    }
}
