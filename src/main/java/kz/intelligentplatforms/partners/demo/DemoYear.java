package kz.intelligentplatforms.partners.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cofunding.CoFundingRequestForm;
import kz.intelligentplatforms.partners.demo.DemoAgenda.Step;
import kz.intelligentplatforms.partners.demo.DemoStory.Applicant;
import kz.intelligentplatforms.partners.demo.DemoStory.Scene;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.program.Activity;
import org.jspecify.annotations.Nullable;

/**
 * What happens with co-funding until the day of the first start: a budget for the year before, this one and the next, requests that are
 * paid or closed, and one in each stage in which a request can wait. Memberships end on 31 December, and no activity lies behind that: on
 * the day itself nothing waits for money any more, or for another date.
 */
final class DemoYear {

    /** Who asks; the first is the one that the demo account acts for. */
    record Cast(Applicant corporate, Applicant provider, Applicant third) {}

    private static final int MONTH = 30;

    private final Scene scene;
    private final Budgets budgets;

    private final LocalDate today;
    private final LocalDate end;
    private final Applicant corporate;
    private final Applicant provider;
    private final Applicant third;

    DemoYear(Scene scene, Budgets budgets, LocalDate today, Cast cast) {
        this.scene = scene;
        this.budgets = budgets;
        this.today = today;
        this.end = LocalDate.of(today.getYear(), 12, 31);
        this.corporate = cast.corporate();
        this.provider = cast.provider();
        this.third = cast.third();
    }

    List<Step> steps() {
        var steps = new ArrayList<>(money());
        Stream.concat(settled(), open()).flatMap(DemoStory::steps).forEach(steps::add);
        return steps;
    }

    private List<Step> money() {
        var moved = later(before(MONTH), LocalDate.of(end.getYear() - 1, 12, 1));
        var steps = new ArrayList<Step>();
        for (int year = end.getYear() - 1; year <= end.getYear() + 1; year++) {
            var decided = earlier(LocalDate.of(year - 1, 11, 20), before(12));
            var reason = "Бюджет на " + year + " год";
            steps.add(allocation(decided, year, null, 5_000_000, reason));
            steps.add(allocation(decided, year, Activity.EVENT, 9_000_000, reason));
            steps.add(allocation(decided, year, Activity.EXHIBITION, 12_000_000, reason));
            steps.add(allocation(decided, year, Activity.ADVERTISING, 3_000_000, reason));
        }
        steps.add(correction(moved, Activity.ADVERTISING, -1_600_000, "Перенос в фонд выставок"));
        steps.add(correction(moved, Activity.EXHIBITION, 1_600_000, "Перенос из фонда рекламы"));
        return steps;
    }

    private Step allocation(LocalDate day, int year, @Nullable Activity activity, int sum, String reason) {
        var key = "demo-%d-%s".formatted(year, activity);
        return new Step(
                DemoAgenda.workday(day),
                () -> budgets.allocate(year, activity, BigDecimal.valueOf(sum), reason, key, "finance"));
    }

    private Step correction(LocalDate day, Activity activity, int change, String reason) {
        return new Step(DemoAgenda.workday(day), () -> {
            long fund = budgets.ofYear(end.getYear()).stream()
                    .filter(one -> one.activity() == activity)
                    .findFirst()
                    .orElseThrow()
                    .id();
            budgets.adjust(fund, BigDecimal.valueOf(change), reason, "demo-moved-" + activity, "finance");
        });
    }

    private Stream<DemoStory> settled() {
        var seminar = day(before(300), 2);
        var mining = day(before(255), 3);
        var catalogue = day(before(215), 1);
        var drives = day(before(170), 1);
        var users = day(before(135), 1);
        var banner = day(before(100), 14);
        var missed = day(before(82), 1);
        var oilAndGas = day(before(78), 3);
        var remote = day(before(60), 1);
        var calendar = day(before(40), 1);
        return Stream.of(
                story(corporate, DemoActivities.seminar(seminar))
                        .paid(seminar.first().minusDays(32)),
                story(provider, DemoActivities.mining(mining))
                        .paid(mining.first().minusDays(55)),
                story(third, DemoActivities.catalogue(catalogue))
                        .paid(catalogue.first().minusDays(24)),
                story(corporate, DemoActivities.drives(drives))
                        .paid(drives.first().minusDays(16)),
                story(provider, DemoActivities.users(users)).paid(users.first().minusDays(34)),
                story(third, DemoActivities.banner(banner)).paid(banner.first().minusDays(25)),
                story(third, DemoActivities.openDay(missed))
                        .approved(missed.first().minusDays(30)),
                story(corporate, DemoActivities.oilAndGas(oilAndGas))
                        .paid(oilAndGas.first().minusDays(60)),
                story(provider, DemoActivities.remote(remote))
                        .approved(remote.first().minusDays(18))
                        .claimed(remote.last().plusDays(9))
                        .accepted(
                                remote.last().plusDays(12),
                                BigDecimal.valueOf(40_000),
                                "Без подтверждения показов: принята стоимость по договору")
                        .settled(remote.last().plusDays(16)),
                story(third, DemoActivities.calendars(calendar))
                        .asked(calendar.first().minusDays(35))
                        .reviewed(
                                calendar.first().minusDays(32),
                                "REJECT",
                                "Сувениры без нашей продукции программа не оплачивает."));
    }

    private Stream<DemoStory> open() {
        return Stream.concat(claims(), requests());
    }

    private Stream<DemoStory> claims() {
        var proof = day(before(6), 1);
        var claim = day(before(20), 3);
        var twice = day(before(24), 1);
        var known = day(before(46), 1);
        var settlement = day(before(28), 1);
        var appeal = day(before(33), 1);
        var decision = day(before(34), 1);
        var first = story(corporate, DemoActivities.sensors(known))
                .paid(known.first().minusDays(24));
        return Stream.of(
                first,
                story(corporate, DemoActivities.roundTable(proof))
                        .approved(proof.first().minusDays(30))
                        .began(proof.last().plusDays(3)),
                story(provider, DemoActivities.energy(claim))
                        .approved(claim.first().minusDays(52))
                        .claimed(today.minusDays(2)),
                story(corporate, DemoActivities.sensorsAgain(twice))
                        .approved(twice.first().minusDays(24))
                        .claimed(today.minusDays(7), first)
                        .accepted(today.minusDays(3)),
                story(third, DemoActivities.metering(settlement))
                        .approved(settlement.first().minusDays(16))
                        .claimed(today.minusDays(14))
                        .accepted(today.minusDays(4)),
                story(corporate, DemoActivities.contest(appeal))
                        .approved(appeal.first().minusDays(32))
                        .claimed(today.minusDays(14))
                        .refused(
                                today.minusDays(3),
                                "На фотографиях не видно нашей продукции, а в отчёте нет ни одного запроса."),
                story(provider, DemoActivities.breakfast(decision))
                        .approved(decision.first().minusDays(30))
                        .claimed(today.minusDays(16))
                        .refused(today.minusDays(8), "Список участников не подписан и не совпадает с фотографиями.")
                        .appealed(
                                today.minusDays(2),
                                "Список был от прошлой встречи, прикладываем верный: 26 человек, с подписями."));
    }

    private Stream<DemoStory> requests() {
        var review = ahead(24);
        var correction = ahead(35);
        var approved = ahead(12);
        var authorization = ahead(38);
        var queue = ahead(32);
        var tooLittle = ahead(30);
        // One day is left, where there is one, to which it can still be moved.
        var change = earlier(today.plusDays(9), later(today, end.minusDays(1)));
        var queued = earlier(today.minusDays(12), queue.minusDays(15));
        var authorized = earlier(today.minusDays(6), authorization.minusDays(22));
        var lacking = earlier(today.minusDays(7), tooLittle.minusDays(15));
        var returned = earlier(today.minusDays(5), correction.minusDays(15));
        var moved = story(third, DemoActivities.compressors(day(change, 1))).approved(change.minusDays(20));
        return Stream.of(
                story(corporate, DemoActivities.retrofit(day(review, 1)))
                        .asked(earlier(today.minusDays(1), review.minusDays(8))),
                story(corporate, DemoActivities.brochure(day(correction, 1)))
                        .asked(returned)
                        .reviewed(
                                returned.plusDays(2),
                                "RETURN",
                                "Добавьте тираж и предложения двух типографий: по смете не видно цены за экземпляр."),
                story(corporate, DemoActivities.openHouse(day(approved, 1))).approved(approved.minusDays(26)),
                story(provider, DemoActivities.forum(day(authorization, 1)))
                        .asked(authorized)
                        .supported(authorized.plusDays(2)),
                story(third, DemoActivities.portal(day(queue, 1)))
                        .approved(queued)
                        .reviewed(
                                queued.plusDays(5),
                                "QUEUE",
                                "Поддерживаем; ждём, пока освободятся деньги в фонде рекламы."),
                story(provider, DemoActivities.radio(day(tooLittle, 1))).approved(lacking),
                change.isBefore(end)
                        ? moved.moved(
                                today.minusDays(2), ahead(23), "Зал занят: договорились с площадкой на другой день.")
                        : moved);
    }

    private DemoStory story(Applicant applicant, CoFundingRequestForm proposal) {
        return new DemoStory(scene, applicant, proposal);
    }

    /** A working day before today. */
    private LocalDate before(int days) {
        return DemoAgenda.workday(today.minusDays(days));
    }

    /** A day after today, as long as memberships last. */
    private LocalDate ahead(int days) {
        return earlier(today.plusDays(days), end);
    }

    private static DemoActivities.Days day(LocalDate first, int days) {
        return new DemoActivities.Days(first, first.plusDays(days - 1L));
    }

    private static LocalDate earlier(LocalDate... days) {
        return Arrays.stream(days).min(LocalDate::compareTo).orElseThrow();
    }

    private static LocalDate later(LocalDate... days) {
        return Arrays.stream(days).max(LocalDate::compareTo).orElseThrow();
    }
}
