package kz.intelligentplatforms.partners.purchases;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Files to try the import with: purchases of the last full quarter that give the figures of program.md, reading 1. In the CSV file
 * one partner reaches 2 000 000 and another 3 500 000, beside a company that is no member; in the XML file one has 2 900 000 after
 * a return, and one exactly 3 000 000. Their numbers carry the quarter, so that the next quarter's files are new.
 */
@Service
public class SamplePurchases {

    /** An invented company that is no member. */
    static final String STRANGER = "160240004566";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private final JdbcClient jdbc;
    private final ObjectProvider<SampleBuyers> demo;
    private final Clock clock;

    SamplePurchases(JdbcClient jdbc, ObjectProvider<SampleBuyers> demo, Clock clock) {
        this.jdbc = jdbc;
        this.demo = demo;
        this.clock = clock;
    }

    /**
     * A row of a file.
     *
     * @param buyer which of the sample buyers, from 0; -1 for the stranger
     * @param month of the quarter, from 0
     * @param amount whole KZT
     */
    private record Sale(int buyer, int month, int day, PurchaseKind kind, long amount) {}

    private static final List<Sale> IN_CSV = List.of(
            new Sale(0, 0, 14, PurchaseKind.SALE, 2_000_000),
            new Sale(1, 0, 21, PurchaseKind.SALE, 2_000_000),
            new Sale(1, 1, 11, PurchaseKind.SALE, 1_500_000),
            new Sale(-1, 2, 5, PurchaseKind.SALE, 750_000));
    private static final List<Sale> IN_XML = List.of(
            new Sale(2, 0, 16, PurchaseKind.SALE, 2_000_000),
            new Sale(2, 1, 18, PurchaseKind.SALE, 1_500_000),
            new Sale(3, 1, 20, PurchaseKind.SALE, 3_000_000),
            new Sale(2, 2, 9, PurchaseKind.RETURN, 600_000));

    /** As a spreadsheet in Russian writes it: with a byte order mark, semicolons and decimal commas. */
    public byte[] csv() {
        var head = "\uFEFFНомер документа;БИН;Дата;Сумма;Вид;Валюта\r\n";
        var rows = rows(IN_CSV, "РТ")
                .map(row -> String.join(
                                ";",
                                row.number(),
                                row.bin(),
                                DAY.format(row.date()),
                                row.sale().amount() + ",00",
                                row.sale().kind() == PurchaseKind.SALE ? "Продажа" : "Возврат",
                                "KZT")
                        + "\r\n")
                .collect(Collectors.joining());
        return (head + rows).getBytes(StandardCharsets.UTF_8);
    }

    /** As 1C exports it, in its encoding. */
    public byte[] commerceMl() {
        var documents = rows(IN_XML, "УТ").map(SamplePurchases::document).collect(Collectors.joining());
        return ("""
                <?xml version="1.0" encoding="windows-1251"?>
                <КоммерческаяИнформация ВерсияСхемы="2.08" ДатаФормирования="%s">
                %s</КоммерческаяИнформация>
                """).formatted(LocalDate.now(clock), documents).getBytes(WINDOWS_1251);
    }

    private record Row(String number, String bin, LocalDate date, Sale sale) {}

    private Stream<Row> rows(List<Sale> sales, String series) {
        var quarter = Quarter.of(LocalDate.now(clock)).previous();
        var buyers = buyers(quarter);
        return IntStream.range(0, sales.size())
                .filter(i -> sales.get(i).buyer() < buyers.size())
                .mapToObj(i -> {
                    var sale = sales.get(i);
                    return new Row(
                            "%s-%s-%03d".formatted(series, quarter, i + 1),
                            sale.buyer() < 0 ? STRANGER : buyers.get(sale.buyer()),
                            quarter.firstDay().plusMonths(sale.month()).withDayOfMonth(sale.day()),
                            sale);
                });
    }

    private List<String> buyers(Quarter quarter) {
        var demoBuyers = demo.getIfAvailable();
        return demoBuyers != null
                ? demoBuyers.bins()
                : jdbc.sql(
                                "select p.tax_number from partner p join membership m on m.partner_id = p.id"
                                        + " where p.country = 'KZ' and m.starts_on <= ? and m.ends_on >= ? order by p.id limit 4")
                        .params(quarter.firstDay(), quarter.lastDay())
                        .query(String.class)
                        .list();
    }

    private static String document(Row row) {
        boolean sale = row.sale().kind() == PurchaseKind.SALE;
        return """
                  <Документ>
                    <Ид>%1$s</Ид>
                    <Номер>%1$s</Номер>
                    <Дата>%2$s</Дата>
                    <ХозОперация>%3$s</ХозОперация>
                    <Роль>Продавец</Роль>
                    <Валюта>KZT</Валюта>
                    <Курс>1</Курс>
                    <Сумма>%4$d.00</Сумма>
                    <Контрагенты>
                      <Контрагент>
                        <Ид>%5$s</Ид>
                        <ИНН>%5$s</ИНН>
                        <Роль>Покупатель</Роль>
                      </Контрагент>
                    </Контрагенты>
                    <Время>12:00:00</Время>
                  </Документ>
                """.formatted(
                        row.number(),
                        row.date(),
                        sale ? "Отпуск товара" : "Возврат товара",
                        row.sale().amount(),
                        row.bin());
    }
}
