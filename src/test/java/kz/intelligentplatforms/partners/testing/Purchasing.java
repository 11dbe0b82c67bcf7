package kz.intelligentplatforms.partners.testing;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts purchases where the ERP's end up, without the checks on the way: of any day, for tests of what is done with them. */
public class Purchasing {

    private final JdbcClient jdbc;

    Purchasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sale, or a return where the amount is negative, in the middle of a quarter. */
    public void buy(long partner, Quarter quarter, String amount) {
        buy(partner, quarter.firstDay().plusDays(40), amount);
    }

    public void buy(long partner, LocalDate day, String amount) {
        var document = UUID.randomUUID().toString();
        jdbc.sql(
                        "insert into purchase (document_number, number_key, kind, document_year, partner_id, purchased_on, amount, source,"
                                + " received_at, received_by) values (?, ?, 'SALE', ?, ?, ?, ?, 'API', current_timestamp, 'test')")
                .params(document, document, day.getYear(), partner, Date.valueOf(day), new BigDecimal(amount))
                .update();
    }
}
