package kz.intelligentplatforms.partners.tierupgrade;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Certificate;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.CertifiedPerson;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Engineer;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesPlan;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesSpecialist;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.ServiceProgram;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Solution;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Evidence that passes its constraints on the engine's day. */
public final class Samples {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Samples() {}

    /** Every part; what a wish does not take is left out by the process. */
    public static Evidence complete() {
        return new Evidence(
                plan("1000000"),
                new SalesSpecialist(
                        "Айдана Касымова", "sales@company.example", "+7 727 250 01 01", "В штате с 2024 года"),
                List.of(new CertifiedPerson("Марат Оспанов", List.of(certificate(), certificate()))),
                List.of(new Solution("Учёт тепла", "ЖКХ", "ТОО «Теплосеть»", "Диспетчеризация тепловых пунктов.")),
                List.of(program("SWS"), program("AWS")),
                new Engineer("Пётр Ли", certificate()));
    }

    public static SalesPlan plan(String quarter) {
        var year = String.valueOf(today().getYear());
        return new SalesPlan(year, quarter, quarter, quarter, quarter, "Датчики, контроллеры", "Семинар в Караганде");
    }

    public static Certificate certificate() {
        return new Certificate(
                "Основы наладки",
                "C-" + COUNT.incrementAndGet() + "-" + System.nanoTime(),
                today().minusYears(1).toString(),
                today().plusYears(1).toString());
    }

    private static ServiceProgram program(String name) {
        return new ServiceProgram(name, "Склад запасных частей, выезд за два дня", "Карагандинская область", "Пётр Ли");
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Asia/Almaty"));
    }
}
