package kz.intelligentplatforms.partners.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.partner.NameKey;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast the directory answers with 10 000 partners in it, beside a static file from the same server in the same run, and how fast
 * a partner with 200 cases sees its home.
 *
 * <p>Measured over HTTP on one machine, client and server together, with keep-alive: requests a second and the 95th percentile.
 * Directory requests ask for different pages, cities and searches, without If-None-Match, as different visitors do; the static file
 * is the site's style sheet. Each set of requests runs once unmeasured before, so most of the repeated ones are answered from
 * memory, as they are in production while nobody changes the directory; the new ones ask what was never asked before and go to the
 * database, each.
 */
class DirectoryBench extends IntegrationTest {

    private static final int PARTNERS = 10_000;
    private static final int CASES = 200;
    private static final int THREADS = 4;
    private static final int REQUESTS = Integer.getInteger("bench.requests", 1_500);
    private static final double AIM = 0.5;
    private static final double HOME_AIM_MILLIS = 100;
    private static final List<String> CITIES = List.of("Алматы", "Астана", "Караганда", "Шымкент", "Актау");

    @Autowired
    private JdbcTemplate jdbc;

    private final HttpClient client = HttpClient.newHttpClient();

    /** What one set of requests took. */
    private record Measured(double perSecond, double p95Millis) {}

    @Test
    @SuppressWarnings("SystemOut") // the table is for whoever runs it
    void theDirectoryAnswersAtHalfTheSpeedOfAFileOrBetter() throws Exception {
        fillDirectory();
        var file = measure("/assets/css/site.css", request -> "/assets/css/site.css");
        var page = measure("/partners", request -> switch (request % 3) {
            case 0 -> "/partners?page=" + (1 + request % 400);
            case 1 -> "/partners?city=" + encoded(CITIES.get(request % CITIES.size())) + "&page=" + (1 + request % 80);
            default -> "/partners?q=" + (100 + request % 900);
        });
        var asked = new AtomicInteger();
        var fresh = measure("/partners", request -> "/partners?q=" + encoded("компания " + asked.getAndIncrement()));
        var json = measure("/api/v1/directory", request -> "/api/v1/directory?size=24&page=" + request % 400);
        var home = homeWithManyCases();

        System.out.printf(Locale.ROOT, "%nThe directory with %d partners, %d threads%n", PARTNERS, THREADS);
        System.out.println("                         requests/s    p95, ms   ratio to the file");
        print("style sheet", file, file);
        print("directory page, repeated", page, file);
        print("directory page, new", fresh, file);
        print("directory as JSON", json, file);
        System.out.printf(
                Locale.ROOT, "portal home, %d cases    %10.1f %10.1f%n", CASES, home.perSecond(), home.p95Millis());
        boolean reached = page.perSecond() >= AIM * file.perSecond() && json.perSecond() >= AIM * file.perSecond();
        System.out.printf(Locale.ROOT, "%s: the aim is a ratio of at least %.1f%n", reached ? "PASS" : "FAIL", AIM);
        System.out.printf(
                Locale.ROOT,
                "%s: the aim is a home under %.0f ms (p95, one request at a time)%n%n",
                home.p95Millis() < HOME_AIM_MILLIS ? "PASS" : "FAIL",
                HOME_AIM_MILLIS);
    }

    private static void print(String what, Measured measured, Measured file) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %10.1f %10.1f %10.2f%n",
                what,
                measured.perSecond(),
                measured.p95Millis(),
                measured.perSecond() / file.perSecond());
    }

    private Measured measure(String what, IntFunction<String> path) throws InterruptedException, ExecutionException {
        run(what, path, THREADS, REQUESTS);
        return run(what, path, THREADS, REQUESTS);
    }

    private Measured run(String what, IntFunction<String> path, int threads, int count)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        var taken = new long[count];
        var pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            var workers = new ArrayList<Future<?>>();
            for (int thread = 0; thread < threads; thread++) {
                workers.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        assertThat(get(path.apply(i))).as(what).isEqualTo(200);
                        taken[i] = System.nanoTime() - begun;
                    }
                    return null;
                }));
            }
            for (var worker : workers) {
                worker.get();
            }
            return measured(taken, System.nanoTime() - start);
        } finally {
            pool.shutdown();
        }
    }

    private static Measured measured(long[] taken, long wall) {
        Arrays.sort(taken);
        return new Measured(taken.length / (wall / 1e9), taken[(int) (taken.length * 0.95)] / 1e6);
    }

    private int get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "ru")
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).statusCode();
    }

    private Measured homeWithManyCases() {
        var member = members.achieving();
        var now = Timestamp.from(ClockUtil.getCurrentTime().toInstant());
        jdbc.batchUpdate(
                "insert into program_case (case_number, kind, title, identity, partner_id, stage, turn, opened_at, closed_at,"
                        + " version) values (?, 'TIER_UPGRADE', 'Bench', 'KZ:0', ?, 'REJECTED', 'NOBODY', ?, ?, 0)",
                IntStream.range(0, CASES)
                        .mapToObj(i -> new Object[] {"TUP-1999-" + (100_000 + i), member.id(), now, now})
                        .toList());
        var visitor = visitor().signIn(member.email(), People.PASSWORD);
        var taken = new long[CASES];
        long start = 0;
        for (int i = -CASES / 4; i < CASES; i++) {
            if (i == 0) {
                start = System.nanoTime();
            }
            long begun = System.nanoTime();
            assertThat(visitor.get("/portal").statusCode()).isEqualTo(200);
            if (i >= 0) {
                taken[i] = System.nanoTime() - begun;
            }
        }
        return measured(taken, System.nanoTime() - start);
    }

    private void fillDirectory() {
        var now = Timestamp.from(ClockUtil.getCurrentTime().toInstant());
        var rows = IntStream.range(0, PARTNERS).boxed().toList();
        jdbc.batchUpdate(
                "insert into partner (country, tax_number, name, name_key, search_text, city, address, phone, contact_name,"
                        + " contact_position, contact_email, contact_phone, mail_domain, language, tier, service_status,"
                        + " registered_at, version) values ('RU', ?, ?, ?, ?, ?, 'ул. Мира, 1', '+77010000000', 'Иван Петров',"
                        + " 'Директор', ?, '+77010000000', 'bench.example', 'ru', 'PROFESSIONAL_RESELLER', false, ?, 0)",
                rows.stream()
                        .map(i -> new Object[] {
                            "BENCH" + i,
                            nameOf(i),
                            NameKey.of(nameOf(i)),
                            nameOf(i).toLowerCase(Locale.ROOT),
                            cityOf(i),
                            "bench" + i + "@bench.example",
                            now
                        })
                        .toList());
        jdbc.update(
                "insert into directory_listing (partner_id, slug, name, sort_key, search_text, city, city_key, tier,"
                        + " service_status, listed, service_listed, about_ru, about_kk, about_en, updated_at, version)"
                        + " select id, 'bench-' || id, name, lower(name), lower(name), city, lower(city), tier, false, true, false,"
                        + " 'Поставка и наладка', '', '', registered_at, 0 from partner where mail_domain = 'bench.example'");
        jdbc.update("update directory_edition set edition = edition + 1");
        jdbc.execute("vacuum analyze");
    }

    private static String nameOf(int i) {
        return "ТОО «Компания " + i + "»";
    }

    private static String cityOf(int i) {
        return CITIES.get(i % CITIES.size());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
