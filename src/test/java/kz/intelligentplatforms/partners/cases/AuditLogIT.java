package kz.intelligentplatforms.partners.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of cases is the audit log: the database itself refuses to rewrite it. */
class AuditLogIT extends IntegrationTest {

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update case_event set reason = 'something else' where case_number = ?",
                "update case_event set actor = 'somebody else' where case_number = ?",
                "update case_event set happened_at = current_timestamp where case_number = ?",
                "delete from case_event where case_number = ?"
            })
    void aLineCannotBeChangedOrTakenAway(String statement) {
        var number = newCase();
        var before = linesOf(number);
        assertThatThrownBy(() -> jdbc.sql(statement).param(number).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("append-only");
        assertThat(linesOf(number)).isNotEmpty().isEqualTo(before);
    }

    @Test
    void aCaseThatHasAHistoryCannotBeTakenAway() {
        var number = newCase();
        jdbc.sql("delete from registration_application where case_number = ?")
                .param(number)
                .update();
        assertThatThrownBy(() -> jdbc.sql("delete from program_case where case_number = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(linesOf(number)).isNotEmpty();
    }

    @Test
    void linesAreAdded() {
        var number = newCase();
        process.withdraw(number);
        assertThat(linesOf(number)).hasSize(2);
    }

    private String newCase() {
        return process.submit(Companies.application(), UUID.randomUUID().toString())
                .caseNumber();
    }

    private List<Map<String, Object>> linesOf(String number) {
        return jdbc.sql("select * from case_event where case_number = ? order by id")
                .param(number)
                .query()
                .listOfRows();
    }
}
