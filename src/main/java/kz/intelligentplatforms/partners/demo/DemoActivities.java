package kz.intelligentplatforms.partners.demo;

import java.time.LocalDate;
import java.util.Arrays;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.program.Activity;

/** Invented activities, with costs as such things have; within the rules of co-funding. */
final class DemoActivities {

    private DemoActivities() {}

    /** The days of an activity. */
    record Days(LocalDate first, LocalDate last) {}

    static CoFundingRequestForm seminar(Days days) {
        return activity(Activity.EVENT, "Семинар «Приводы и экономия энергии»", "Алматы", days)
                .about("Два дня докладов и стендов для проектных институтов.", "Проектировщики, 12 институтов", 60)
                .costs(
                        "900 000",
                        "Аренда зала: 700 000",
                        "Кейтеринг: 640 000",
                        "Печать материалов: 180 000",
                        "Гостиница: 380 000");
    }

    static CoFundingRequestForm mining(Days days) {
        return activity(Activity.EXHIBITION, "Стенд на выставке «Горное дело»", "Караганда", days)
                .about("Стенд 36 м² с действующим макетом конвейера.", "Главные инженеры рудников и фабрик", 140)
                .costs(
                        "2 600 000",
                        "Площадь: 2 400 000",
                        "Застройка: 1 900 000",
                        "Макет и доставка: 900 000",
                        "Печать: 200 000");
    }

    static CoFundingRequestForm catalogue(Days days) {
        return activity(Activity.PRINT, "Каталог датчиков на казахском языке", "Атырау", days)
                .about("48 страниц, тираж 600 экземпляров.", "Службы КИПиА нефтяных компаний", 600)
                .costs("320 000", "Перевод и вёрстка: 260 000", "Печать: 400 000");
    }

    static CoFundingRequestForm drives(Days days) {
        return activity(Activity.WEBINAR, "Вебинар «Настройка частотных приводов»", "Алматы", days)
                .about("Полтора часа с ответами на вопросы, запись на сайте.", "Наладчики и энергетики", 90)
                .costs("180 000", "Площадка: 120 000", "Студия и ведущий: 160 000", "Рассылка: 80 000");
    }

    static CoFundingRequestForm users(Days days) {
        return activity(Activity.EVENT, "День пользователя систем диспетчеризации", "Талдыкорган", days)
                .about(
                        "Заказчики показывают свои объекты, мы — новые модули.",
                        "Эксплуатация водоканалов и теплосетей",
                        70)
                .costs("1 000 000", "Аренда зала: 900 000", "Кейтеринг: 700 000", "Техника: 450 000");
    }

    static CoFundingRequestForm banner(Days days) {
        return activity(Activity.ADVERTISING, "Щиты на трассе Атырау — Кульсары", "Атырау", days)
                .about("Четыре щита с линейкой искробезопасных датчиков.", "Подрядчики нефтяных месторождений", 30)
                .costs("450 000", "Аренда щитов: 760 000", "Макет и печать: 180 000");
    }

    static CoFundingRequestForm openDay(Days days) {
        return activity(Activity.EVENT, "День открытых дверей лаборатории", "Атырау", days)
                .about("Поверка и ремонт датчиков на глазах у заказчиков.", "Метрологи предприятий", 35)
                .costs("380 000", "Кейтеринг: 320 000", "Транспорт: 260 000", "Печать: 190 000");
    }

    static CoFundingRequestForm oilAndGas(Days days) {
        return activity(Activity.EXHIBITION, "Стенд на выставке «Нефть и газ»", "Алматы", days)
                .about("Стенд 40 м² вместе с двумя интеграторами.", "Добывающие и транспортные компании", 160)
                .costs(
                        "2 400 000",
                        "Площадь: 2 500 000",
                        "Застройка: 1 700 000",
                        "Переводчики: 350 000",
                        "Печать: 250 000");
    }

    static CoFundingRequestForm remote(Days days) {
        return activity(Activity.WEBINAR, "Вебинар «Удалённый доступ к станциям»", "Талдыкорган", days)
                .about("Час о защищённой связи с насосными станциями.", "Инженеры связи и АСУ ТП", 75)
                .costs("160 000", "Площадка: 110 000", "Реклама в социальных сетях: 220 000");
    }

    static CoFundingRequestForm calendars(Days days) {
        return activity(Activity.OTHER, "Настольные календари для заказчиков", "Атырау", days)
                .about("300 календарей к праздникам.", "Снабжение предприятий области", 300)
                .costs("120 000", "Календари: 420 000");
    }

    static CoFundingRequestForm sensors(Days days) {
        return activity(Activity.PRINT, "Буклет «Датчики давления»", "Алматы", days)
                .about("16 страниц, тираж 800 экземпляров.", "Проектировщики и монтажники", 800)
                .costs("240 000", "Печать: 380 000", "Дизайн: 120 000");
    }

    static CoFundingRequestForm roundTable(Days days) {
        return activity(Activity.EVENT, "Круглый стол «Автоматика для элеваторов»", "Костанай", days)
                .about("Обсуждаем типовой проект с тремя агрохолдингами.", "Технические директора агрохолдингов", 24)
                .costs("560 000", "Аренда зала: 420 000", "Кейтеринг: 380 000", "Поездка докладчиков: 360 000");
    }

    static CoFundingRequestForm energy(Days days) {
        return activity(Activity.EXHIBITION, "Стенд на форуме энергетиков", "Астана", days)
                .about("Стенд 24 м² и доклад в деловой программе.", "Электросетевые и генерирующие компании", 120)
                .costs("1 500 000", "Площадь: 1 600 000", "Застройка: 1 100 000", "Печать: 300 000");
    }

    static CoFundingRequestForm sensorsAgain(Days days) {
        return activity(Activity.PRINT, "Буклет «Датчики давления», второй тираж", "Алматы", days)
                .about("Ещё 600 экземпляров к осенним семинарам.", "Проектировщики и монтажники", 600)
                .costs("190 000", "Печать: 320 000", "Доставка по областям: 80 000");
    }

    static CoFundingRequestForm metering(Days days) {
        return activity(Activity.WEBINAR, "Вебинар «Учёт попутного газа»", "Атырау", days)
                .about("Схемы узлов учёта и частые ошибки монтажа.", "Метрологи и проектировщики", 55)
                .costs("150 000", "Площадка: 110 000", "Студия: 120 000", "Рассылка: 90 000");
    }

    static CoFundingRequestForm contest(Days days) {
        return activity(Activity.OTHER, "Конкурс студентов-автоматчиков", "Алматы", days)
                .about("Три задачи на наших контроллерах, призы от вендора.", "Студенты четырёх университетов", 80)
                .costs("240 000", "Аренда зала: 300 000", "Призы: 350 000", "Кейтеринг: 180 000");
    }

    static CoFundingRequestForm breakfast(Days days) {
        return activity(Activity.EVENT, "Деловой завтрак для главных энергетиков", "Алматы", days)
                .about("Расчёт окупаемости приводов на трёх примерах.", "Главные энергетики заводов", 26)
                .costs("420 000", "Аренда зала: 340 000", "Кейтеринг: 380 000", "Печать: 140 000");
    }

    static CoFundingRequestForm retrofit(Days days) {
        return activity(Activity.WEBINAR, "Вебинар «Замена старых контроллеров»", "Алматы", days)
                .about("Как перенести программу и не остановить цех.", "Начальники цехов и службы АСУ ТП", 80)
                .costs("170 000", "Площадка: 120 000", "Студия: 140 000", "Рассылка: 90 000");
    }

    static CoFundingRequestForm brochure(Days days) {
        return activity(Activity.PRINT, "Брошюра «Автоматика для котельных»", "Алматы", days)
                .about("Типовые схемы и перечни оборудования.", "Теплоснабжающие предприятия", 500)
                .costs("280 000", "Вёрстка: 160 000", "Печать: 420 000");
    }

    static CoFundingRequestForm openHouse(Days days) {
        return activity(Activity.EVENT, "День открытых дверей учебного центра", "Алматы", days)
                .about("Показываем стенды и принимаем заявки на курсы.", "Службы главного инженера", 50)
                .costs("600 000", "Кейтеринг: 520 000", "Стенды: 480 000", "Печать материалов: 240 000");
    }

    static CoFundingRequestForm forum(Days days) {
        return activity(Activity.EVENT, "Форум «Вода и тепло без потерь»", "Талдыкорган", days)
                .about("Один день, два зала, двенадцать докладов.", "Водоканалы и теплосети пяти областей", 180)
                .costs("1 800 000", "Залы и техника: 1 700 000", "Кейтеринг: 1 400 000", "Гостиница: 600 000");
    }

    static CoFundingRequestForm portal(Days days) {
        return activity(Activity.ADVERTISING, "Кампания на отраслевом портале", "Атырау", days)
                .about("Баннеры и четыре статьи за месяц.", "Нефтегазовые подрядчики", 60)
                .costs("1 800 000", "Баннеры: 2 600 000", "Статьи: 1 100 000");
    }

    static CoFundingRequestForm radio(Days days) {
        return activity(Activity.ADVERTISING, "Реклама на областном радио", "Талдыкорган", days)
                .about("Ролик 20 секунд, восемь выходов в день.", "Хозяйства и переработчики", 40)
                .costs("1 600 000", "Эфир: 3 000 000", "Запись роликов: 400 000");
    }

    static CoFundingRequestForm compressors(Days days) {
        return activity(Activity.WEBINAR, "Вебинар «Автоматика компрессоров»", "Атырау", days)
                .about("Разбираем два внедрения на промыслах.", "Механики и служба КИПиА", 45)
                .costs("140 000", "Площадка: 110 000", "Студия: 120 000", "Рассылка: 70 000");
    }

    private static Draft activity(Activity kind, String title, String city, Days days) {
        return new Draft(kind, title, city, days, "", "", 0);
    }

    private record Draft(
            Activity kind, String title, String city, Days days, String description, String audience, int leads) {

        Draft about(String description, String audience, int leads) {
            return new Draft(kind, title, city, days, description, audience, leads);
        }

        /** @param lines as "what: sum" */
        CoFundingRequestForm costs(String asked, String... lines) {
            return new CoFundingRequestForm(
                    kind.name(),
                    title,
                    description,
                    city,
                    days.first().toString(),
                    days.last().toString(),
                    audience,
                    String.valueOf(leads),
                    Arrays.stream(lines)
                            .map(line -> line.split(": "))
                            .map(line -> new CoFundingRequestForm.Cost(line[0], line[1]))
                            .toList(),
                    asked);
        }
    }
}
