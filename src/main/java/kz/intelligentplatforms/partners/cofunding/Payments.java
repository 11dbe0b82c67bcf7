package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The payments that finance has made: each pays one claim, and a payment order is used once. */
@Component
@Transactional(readOnly = true)
public class Payments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A payment.
     *
     * @param reference the number of the payment order
     * @param amount in KZT
     * @param recordedBy user id
     */
    public record Payment(
            String caseNumber, String reference, LocalDate paidOn, BigDecimal amount, String recordedBy) {}

    public Optional<Payment> of(String caseNumber) {
        return jdbc.sql(
                        "select case_number, reference, paid_on, amount, recorded_by from co_payment where case_number = ?")
                .param(caseNumber)
                .query((row, number) -> new Payment(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getBigDecimal(4),
                        row.getString(5)))
                .optional();
    }

    /** The case that this payment order has paid already; banks count their orders anew each year. */
    Optional<String> paidBy(String reference, LocalDate paidOn) {
        return jdbc.sql("select case_number from co_payment where payment_year = ? and reference_key = ?")
                .params(paidOn.getYear(), DocumentNumbers.key(reference))
                .query(String.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the order, or the case, was paid before */
    @Transactional
    void record(Payment payment) {
        jdbc.sql(
                        "insert into co_payment (case_number, reference, reference_key, payment_year, paid_on, amount, recorded_by,"
                                + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        payment.caseNumber(),
                        payment.reference(),
                        DocumentNumbers.key(payment.reference()),
                        payment.paidOn().getYear(),
                        payment.paidOn(),
                        payment.amount(),
                        payment.recordedBy(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}
