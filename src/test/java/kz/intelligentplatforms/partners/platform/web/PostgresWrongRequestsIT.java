package kz.intelligentplatforms.partners.platform.web;

import static kz.intelligentplatforms.partners.platform.identity.Group.ERP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.Doors;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import kz.intelligentplatforms.partners.testing.WrongRequests;
import kz.intelligentplatforms.partners.testing.WrongRequests.Wrong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is wrong with a request to a page or to the API, it is its sender's to put right: an answer of 4xx in our own form, at
 * every door there is.
 */
class PostgresWrongRequestsIT extends IntegrationTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping doors;

    @Autowired
    private PartnerRegistrationProcess process;

    @Test
    void noWrongRequestIsCalledAnInternalError() {
        var member = members.achieving();
        var token = process.submit(Companies.application(), UUID.randomUUID().toString())
                .token();
        var requests = new WrongRequests(Map.of(
                "id",
                String.valueOf(member.id()),
                "bin",
                member.partner().company().identity().taxNumber(),
                "token",
                token,
                "target",
                "SILVER_RESELLER",
                "quarter",
                "2026-Q1"));
        var all = doors.getHandlerMethods().entrySet().stream()
                .filter(door -> door.getValue().getBeanType().getName().startsWith("kz."))
                .sorted(Comparator.comparing(door -> door.getKey().toString()))
                .flatMap(door -> requests.of(door.getKey(), door.getValue()).stream())
                .distinct()
                .toList();
        // Every third: each kind of fault meets a third of the doors, and each door a third of the kinds.
        var wrong = new ArrayList<>(IntStream.range(0, all.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(all::get)
                .toList());
        var senders = new Senders(member);
        var faults = new ArrayList<String>();
        // The container's own limit of what stands before a body.
        wrong.add(new Wrong("GET", "/partners?q=" + "x".repeat(9_000), "text/plain", "", "*/*"));
        for (var one : wrong) {
            var answer = senders.send(one);
            if (answer.statusCode() >= 500 || isBare(answer)) {
                faults.add("%s answers %s %s".formatted(shortly(one), answer.statusCode(), first(answer.body())));
            }
        }
        assertThat(faults).as("of %s", wrong.size()).isEmpty();
        assertThat(senders.areStillIn()).isTrue();
    }

    /** What the container says by itself. */
    private static boolean isBare(HttpResponse<String> answer) {
        return answer.statusCode() >= 400 && answer.body().contains("<h1>HTTP Status");
    }

    private static String shortly(Wrong wrong) {
        return first(wrong.toString());
    }

    private static String first(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }

    /** Whoever may go through a door, so that a request comes as far as it can. */
    private final class Senders {

        private final Visitor anybody = visitor();
        private final Visitor partner;
        private final Visitor staff;
        private final String erp = Doors.basic(people.of(ERP), People.PASSWORD);
        private final Map<Visitor, String> csrf;

        Senders(Member member) {
            partner = visitor().signIn(member.email(), People.PASSWORD);
            staff = visitor().signIn(people.ofAll("the-staff"), People.PASSWORD);
            csrf = Map.of(
                    anybody, Visitor.csrfOf(anybody.get("/login").body()),
                    partner, Visitor.csrfOf(partner.get("/portal").body()),
                    staff, Visitor.csrfOf(staff.get("/staff/partners").body()));
        }

        HttpResponse<String> send(Wrong wrong) {
            if (wrong.path().startsWith("/api/")) {
                return anybody.json(
                        wrong.method(),
                        wrong.path(),
                        wrong.body(),
                        "Content-Type",
                        wrong.type(),
                        "Accept",
                        wrong.accept(),
                        "Authorization",
                        erp);
            }
            var sender = List.of("/staff", "/documents").stream().anyMatch(wrong.path()::startsWith)
                    ? staff
                    : wrong.path().startsWith("/portal") ? partner : anybody;
            return sender.json(
                    wrong.method(),
                    wrong.path(),
                    wrong.body(),
                    "Content-Type",
                    wrong.type(),
                    "Accept",
                    wrong.accept(),
                    "X-CSRF-TOKEN",
                    csrf.getOrDefault(sender, ""));
        }

        boolean areStillIn() {
            return partner.get("/portal").statusCode() == 200
                    && staff.get("/staff/partners").statusCode() == 200;
        }
    }
}
