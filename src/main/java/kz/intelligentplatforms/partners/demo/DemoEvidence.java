package kz.intelligentplatforms.partners.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;

/** What an invented company has to say about each requirement, with days that are right today. */
final class DemoEvidence {

    private final DemoCompany company;
    private final LocalDate today;

    DemoEvidence(DemoCompany company, LocalDate today) {
        this.company = company;
        this.today = today;
    }

    Evidence all() {
        return new Evidence(
                new Evidence.SalesPlan(
                        String.valueOf(today.getYear()),
                        "6 000 000",
                        "9 500 000",
                        "12 000 000",
                        "8 500 000",
                        "Контроллеры и модули ввода-вывода\nЧастотные преобразователи\nДатчики давления",
                        "Семинар для энергетиков в городе " + company.city()
                                + " и рассылка по 300 заказчикам раз в квартал"),
                new Evidence.SalesSpecialist(
                        company.specialist(),
                        "sales@" + company.domain(),
                        company.phone(),
                        "Трудовой договор с 1 марта, полная занятость"),
                List.of(
                        new Evidence.CertifiedPerson(
                                company.engineer(),
                                List.of(
                                        certificate("Проектирование АСУ ТП, уровень 2", "IP-A"),
                                        certificate("Пусконаладка частотных преобразователей", "IP-D"))),
                        new Evidence.CertifiedPerson(
                                company.specialist(), List.of(certificate("Промышленные сети, уровень 1", "IP-N")))),
                List.of(
                        new Evidence.Solution(
                                "Диспетчеризация насосных станций",
                                "Водоснабжение",
                                "Городской водоканал",
                                "Сбор данных с 24 станций по радиоканалу, учёт энергии и давления, тревоги в мобильном"
                                        + " приложении диспетчера."),
                        new Evidence.Solution(
                                "Управление котельной без персонала",
                                "Теплоснабжение",
                                "ТОО «Теплосеть Восток»",
                                "Каскад из четырёх котлов, погодное регулирование и резервный контроллер.")),
                List.of(
                        new Evidence.ServiceProgram(
                                "SWS",
                                "Выезд в течение двух рабочих дней, склад запчастей на 40 позиций",
                                company.city() + " и область",
                                company.engineer()),
                        new Evidence.ServiceProgram(
                                "AWS",
                                "Замена узла за 24 часа, дежурный инженер по телефону без выходных",
                                company.city() + " и область",
                                company.engineer())),
                new Evidence.Engineer(company.engineer(), certificate("Сервисный инженер, все линейки", "IP-S")));
    }

    private Evidence.Certificate certificate(String course, String series) {
        return new Evidence.Certificate(
                course,
                company.certificate(series),
                today.minusMonths(5).toString(),
                today.plusMonths(19).toString());
    }

    /** The same in a few words, as the standing keeps it. */
    String words(Requirement requirement) {
        return switch (requirement) {
            case REGISTRATION -> "";
            case JOINT_SALES_PLAN -> today.getYear() + ": 36000000 KZT";
            case SALES_SPECIALIST -> company.specialist();
            case CERTIFIED_TECHNICAL_STAFF ->
                company.engineer() + ", Проектирование АСУ ТП, уровень 2, " + company.certificate("IP-A");
            case JOINT_SOLUTIONS -> "Диспетчеризация насосных станций; Управление котельной без персонала";
            case SERVICE_PROGRAMS -> "SWS, %1$s и область; AWS, %1$s и область".formatted(company.city());
            case PRODUCT_ENGINEER ->
                company.engineer() + ", Сервисный инженер, все линейки, " + company.certificate("IP-S");
        };
    }

    /** How long a confirmation holds. */
    Optional<LocalDate> validUntil(Requirement requirement) {
        return switch (requirement) {
            case JOINT_SALES_PLAN -> Optional.of(LocalDate.of(today.getYear(), 12, 31));
            case CERTIFIED_TECHNICAL_STAFF, PRODUCT_ENGINEER -> Optional.of(today.plusMonths(19));
            case REGISTRATION, SALES_SPECIALIST, JOINT_SOLUTIONS, SERVICE_PROGRAMS -> Optional.empty();
        };
    }
}
