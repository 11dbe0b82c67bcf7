package kz.intelligentplatforms.partners.portal;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Mails;
import kz.intelligentplatforms.partners.testing.ReviewDesk;
import kz.intelligentplatforms.partners.testing.TestClock;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** From the invitation to the partner's home: passwords, links, lock-out, and what is nobody else's. */
@Tag("any-database")
class SignInIT extends IntegrationTest {

    private static final String PASSWORD = "колодец у старой мельницы";
    private static final String OTHER_PASSWORD = "мост через быструю реку";

    @Autowired
    private PartnerRegistrationProcess process;

    @Autowired
    private PartnerAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    /** A new partner's contact, invited. */
    private record Invited(String caseNumber, RegistrationRequest request, String link) {

        String email() {
            return request.contact().email();
        }
    }

    @Test
    void theInvitationIsSpentBySettingThePasswordNotByOpeningIt() {
        var invited = invite();
        for (int i = 0; i < 3; i++) {
            var page = visitor().get(invited.link());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(invited.email(), invited.request().contact().name());
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        var accepted = choose(invited.link(), PASSWORD);
        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(accepted)).endsWith("/login?welcome");

        assertThat(visitor().get(invited.link()).statusCode()).isEqualTo(410);
        var again = choose(invited.link(), OTHER_PASSWORD);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(text(again)).contains(text("link-spent.invitation"));
        assertThat(signsIn(invited.email(), OTHER_PASSWORD)).isFalse();
        TestClock.forward(Duration.ofMinutes(1));
        assertThat(signsIn(invited.email(), PASSWORD)).isTrue();
    }

    @Test
    void ofManyWhoUseTheLinkAtOnceOneSetsThePassword() {
        var invited = invite();
        var answers = AtOnce.run(4, i -> choose(invited.link(), PASSWORD + " " + i));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(303, 410)
                .containsOnlyOnce(303);
        var winner = answers.stream()
                .filter(answer -> answer.statusCode() == 303)
                .map(answers::indexOf)
                .findFirst()
                .orElseThrow();
        assertThat(signsIn(invited.email(), PASSWORD + " " + winner)).isTrue();
    }

    @Test
    void theInvitationLivesSevenDays() {
        var invited = invite();
        TestClock.forward(Duration.ofDays(7).minusHours(1));
        assertThat(visitor().get(invited.link()).statusCode()).isEqualTo(200);
        TestClock.forward(Duration.ofHours(2));
        assertThat(visitor().get(invited.link()).statusCode()).isEqualTo(410);
        assertThat(choose(invited.link(), PASSWORD).statusCode()).isEqualTo(410);
        assertThat(signsIn(invited.email(), PASSWORD)).isFalse();
    }

    @Test
    void whoseInvitationIsTooOldAsksForANewLinkLikeOneWhoForgot() {
        var invited = invite();
        TestClock.forward(Duration.ofDays(8));
        var spent = visitor().get(invited.link());
        assertThat(spent.body()).contains("/password/forgot");
        var link = askForLink(invited.email());
        assertThat(choose(link, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(signsIn(invited.email(), PASSWORD)).isTrue();
    }

    @Test
    void aLinkForOnePurposeIsWorthNothingForAnother() {
        var invited = invite();
        var token = invited.link().substring(invited.link().lastIndexOf('/') + 1);
        assertThat(visitor().get("/password/" + token).statusCode()).isEqualTo(410);
        assertThat(visitor().get("/cases/" + token).statusCode()).isEqualTo(404);
        assertThat(visitor().get("/api/v1/cases/" + token).statusCode()).isEqualTo(404);
        assertThat(visitor().get("/invitation/unknown").statusCode()).isEqualTo(410);
        assertThat(visitor().get(invited.link()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordThatBreaksTheRulesIsRefusedAndTheLinkStaysGood() {
        var invited = invite();
        assertRefused(invited, "", text("password.flaw.TOO_SHORT", 12, 128));
        assertRefused(invited, "elevenchars", text("password.flaw.TOO_SHORT", 12, 128));
        assertRefused(invited, "x".repeat(129), text("password.flaw.TOO_LONG", 12, 128));
        assertRefused(invited, invited.email().toUpperCase(Locale.ROOT), text("password.flaw.IS_NAME"));
        assertRefused(invited, "password1234", text("password.flaw.COMMON"));
        assertThat(choose(invited.link(), "twelve chars").statusCode()).isEqualTo(303);
        assertThat(signsIn(invited.email(), "twelve chars")).isTrue();
    }

    @Test
    void aLongPassphraseCountsToItsEnd() {
        var invited = invite();
        var phrase = "колодец у старой мельницы, ".repeat(5).substring(0, 127);
        assertThat(choose(invited.link(), phrase + "a").statusCode()).isEqualTo(303);
        assertThat(signsIn(invited.email(), phrase + "b")).isFalse();
        TestClock.forward(Duration.ofMinutes(1));
        assertThat(signsIn(invited.email(), phrase + "a")).isTrue();
    }

    @Test
    void thePasswordIsKeptAsBcrypt() {
        var invited = accepted();
        var kept = jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(userIdOf(invited))
                .query(String.class)
                .single();
        assertThat(kept).startsWith("{bcrypt").contains("$2a$").doesNotContain(PASSWORD);
    }

    @Test
    void oneSignsInByAddressInWhateverCase() {
        var invited = accepted();
        assertThat(signsIn(invited.email().toUpperCase(Locale.ROOT), PASSWORD)).isTrue();
        assertThat(signsIn("  " + invited.email() + " ", PASSWORD)).isTrue();
        var visitor = visitor();
        var answer = visitor.submit("/login", "/login", Map.of("username", invited.email(), "password", PASSWORD));
        assertThat(Visitor.location(answer)).endsWith("/portal");
        assertThat(text(visitor.get("/portal")))
                .contains(invited.request().company().name(), "Primary Reseller");
    }

    @Test
    void nobodySignsInWithAnotherPassword() {
        var invited = accepted();
        for (var password : new String[] {"", "short", PASSWORD + " ", PASSWORD.toUpperCase(Locale.ROOT)}) {
            assertThat(signsIn(invited.email(), password)).isFalse();
            TestClock.forward(Duration.ofMinutes(16));
        }
        assertThat(signsIn(invited.email(), PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "nobody@nowhere.example",
                "a@b.kz' or '1'='1",
                "no\u0000body",
                "nobody\u0000@nowhere.example",
                "я"
            })
    void whoIsUnknownReadsTheSameAsWhoTypedAWrongPassword(String name) {
        assertThat(signsIn(name, PASSWORD)).isFalse();
    }

    @Test
    void anInvitedUserHasNoPasswordUntilOneIsChosen() {
        var invited = invite();
        assertThat(signsIn(invited.email(), "")).isFalse();
        assertThat(signsIn(invited.email(), PASSWORD)).isFalse();
    }

    @Test
    void signingInChangesTheSession() {
        var invited = accepted();
        var visitor = visitor();
        visitor.get("/login");
        var before = visitor.cookie("SESSION");
        visitor.signIn(invited.email(), PASSWORD);
        assertThat(visitor.cookie("SESSION")).isNotEqualTo(before);
        visitor.submit("/portal", "/logout", Map.of());
        assertThat(visitor.get("/portal").statusCode()).isEqualTo(302);
    }

    @Test
    void whoForgotReadsTheSameWhetherTheAddressIsKnownOrNot() {
        var invited = accepted();
        var known = forgot(invited.email());
        var unknown = forgot("nobody." + UUID.randomUUID() + "@nowhere.example");
        assertThat(known.statusCode()).isEqualTo(303);
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(Visitor.location(unknown)).isEqualTo(Visitor.location(known));
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(text(visitor().get(Visitor.location(known)))).contains(text("forgot.sent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@nowhere.example", "not an address", "a\u0000@b.kz", "the-account-managers"})
    void whoIsNoPartnersUserGetsNoMail(String address) {
        people.of(ACCOUNT_MANAGERS);
        var before = notifications();
        var answer = forgot(address);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(notifications()).isEqualTo(before);
    }

    @Test
    void anEmptyAddressIsAskedForAgain() {
        var answer = forgot(" ");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(text("error.required"));
    }

    @Test
    void theLinkOfWhoForgotSetsANewPasswordOnce() {
        var invited = accepted();
        var link = askForLink(invited.email().toUpperCase(Locale.ROOT));
        assertThat(visitor().get(link).statusCode()).isEqualTo(200);
        assertThat(choose(link, OTHER_PASSWORD).statusCode()).isEqualTo(303);
        assertThat(choose(link, PASSWORD).statusCode()).isEqualTo(410);
        assertThat(signsIn(invited.email(), PASSWORD)).isFalse();
        TestClock.forward(Duration.ofMinutes(1));
        assertThat(signsIn(invited.email(), OTHER_PASSWORD)).isTrue();
    }

    @Test
    void theLinkOfWhoForgotLivesOneHour() {
        var invited = accepted();
        var link = askForLink(invited.email());
        TestClock.forward(Duration.ofMinutes(59));
        assertThat(visitor().get(link).statusCode()).isEqualTo(200);
        TestClock.forward(Duration.ofMinutes(2));
        assertThat(visitor().get(link).statusCode()).isEqualTo(410);
        assertThat(choose(link, OTHER_PASSWORD).statusCode()).isEqualTo(410);
        assertThat(signsIn(invited.email(), PASSWORD)).isTrue();
    }

    @Test
    void aNewPasswordSpendsTheOtherLinksAndEndsTheOtherSessions() {
        var invited = accepted();
        var first = askForLink(invited.email());
        var second = askForLink(invited.email());
        var elsewhere = visitor().signIn(invited.email(), PASSWORD);
        var stranger = accepted();
        var strangers = visitor().signIn(stranger.email(), PASSWORD);
        assertThat(elsewhere.get("/portal").statusCode()).isEqualTo(200);

        assertThat(choose(second, OTHER_PASSWORD).statusCode()).isEqualTo(303);
        assertThat(elsewhere.get("/portal").statusCode()).isEqualTo(302);
        assertThat(visitor().get(first).statusCode()).isEqualTo(410);
        assertThat(strangers.get("/portal").statusCode()).isEqualTo(200);
    }

    @Test
    void afterRepeatedFailuresNotEvenTheRightPasswordIsTakenForAWhile() {
        var invited = accepted();
        lockOut(invited);
        assertThat(signsIn(invited.email(), PASSWORD)).isFalse();
        TestClock.forward(Duration.ofMinutes(14));
        assertThat(signsIn(invited.email(), PASSWORD)).isFalse();
        TestClock.forward(Duration.ofMinutes(2));
        assertThat(signsIn(invited.email(), PASSWORD)).isTrue();
    }

    @Test
    void aNewPasswordEndsALockOut() {
        var invited = accepted();
        lockOut(invited);
        var link = askForLink(invited.email());
        assertThat(choose(link, OTHER_PASSWORD).statusCode()).isEqualTo(303);
        assertThat(signsIn(invited.email(), OTHER_PASSWORD)).isTrue();
    }

    @Test
    void aPartnerSeesItsOwnCasesAndNoOthers() {
        var ours = accepted();
        var theirs = invite();
        var partner = visitor().signIn(ours.email(), PASSWORD);
        var home = partner.get("/portal");
        assertThat(home.body())
                .contains(ours.caseNumber())
                .doesNotContain(theirs.caseNumber(), theirs.request().company().name());
        var own = partner.get("/portal/cases/" + ours.caseNumber());
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body())
                .contains(ours.caseNumber())
                .doesNotContain("Member of account-managers", "the-account-managers");

        var foreign = partner.get("/portal/cases/" + theirs.caseNumber());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).doesNotContain(theirs.request().company().name());
        var unknown = partner.get("/portal/cases/REG-1999-000001");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(withoutCsrf(foreign)).isEqualTo(withoutCsrf(unknown));
        assertThat(partner.get("/portal?partner=" + partnerOf(theirs)).statusCode())
                .isEqualTo(404);
        assertThat(partner.get("/portal?partner=" + partnerOf(ours)).statusCode())
                .isEqualTo(200);
        assertThat(partner.get("/portal?partner=x").statusCode()).isEqualTo(400);
    }

    @Test
    void aPartnerHasNoBusinessOnStaffPages() {
        var ours = accepted();
        var partner = visitor().signIn(ours.email(), PASSWORD);
        for (var page : new String[] {
            "/staff",
            "/staff/partners",
            "/staff/partners/" + partnerOf(ours),
            "/staff/cases/" + ours.caseNumber(),
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/api/engine/engine/default/user",
            "/actuator/prometheus"
        }) {
            var answer = partner.get(page);
            // Machines' doors do not know the session at all.
            assertThat(answer.statusCode()).describedAs(page).isEqualTo(page.startsWith("/actuator") ? 401 : 403);
            assertThat(answer.body()).doesNotContain(ours.request().company().bin());
        }
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignInPageAndBack() {
        var ours = accepted();
        var path = "/portal/cases/" + ours.caseNumber();
        var visitor = visitor();
        var answer = visitor.json("GET", path, "", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(answer)).endsWith("/login");
        var signedIn = visitor.submit("/login", "/login", Map.of("username", ours.email(), "password", PASSWORD));
        assertThat(URI.create(Visitor.location(signedIn)).getPath()).isEqualTo(path);
    }

    /** Wrong so often, and each time late enough to count, that the wait has reached its quarter of an hour. */
    private void lockOut(Invited invited) {
        for (int i = 0; i < 10; i++) {
            assertThat(signsIn(invited.email(), "wrong password")).isFalse();
            if (i < 9) {
                TestClock.forward(Duration.ofMinutes(16));
            }
        }
    }

    private Invited invite() {
        var request = Companies.application();
        var number = new ReviewDesk(engine, people)
                .register(process, jobs, request, UUID.randomUUID().toString());
        return new Invited(
                number, request, pathOf(Mails.lastTo(request.contact().email()).link()));
    }

    private Invited accepted() {
        var invited = invite();
        assertThat(choose(invited.link(), PASSWORD).statusCode()).isEqualTo(303);
        return invited;
    }

    private HttpResponse<String> choose(String link, String password) {
        var visitor = visitor();
        return visitor.submit("/login", link, Map.of("password", password));
    }

    private void assertRefused(Invited invited, String password, String message) {
        var answer = choose(invited.link(), password);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(message);
        if (!password.isEmpty()) {
            assertThat(answer.body()).doesNotContain("value=\"" + password);
        }
    }

    private boolean signsIn(String name, String password) {
        var answer = visitor().submit("/login", "/login", Map.of("username", name, "password", password));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(302);
        return !Visitor.location(answer).endsWith("/login?error");
    }

    private HttpResponse<String> forgot(String address) {
        return visitor().submit("/password/forgot", "/password/forgot", Map.of("email", address));
    }

    /** The link in the mail that somebody who forgot the password gets. */
    private String askForLink(String address) {
        assertThat(forgot(address).statusCode()).isEqualTo(303);
        var email = address.toLowerCase(Locale.ROOT);
        // It is asked for after the answer, so that the time tells nobody whose address is known.
        var waiting = jdbc.sql("select id from notification where recipient = ? and sent_at is null")
                .param(email)
                .query(String.class);
        await().until(waiting::list, ids -> !ids.isEmpty()).forEach(jobs::sendMail);
        var mail = Mails.lastTo(email);
        assertThat(mail.link()).contains("/password/");
        return pathOf(mail.link());
    }

    private String userIdOf(Invited invited) {
        return accounts.userIdOf(invited.email()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/partner", "/partners.php", "/staffing", "/wp-admin/", "/index.html"})
    void anAddressThatNobodyMayOpenIsNotFound(String path) {
        for (var somebody : List.of(visitor(), member(ACCOUNT_MANAGERS))) {
            var page = somebody.get(path);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(text(page)).contains(text("problem.404.title"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/nothing", "/portal/nothing", "/documents/nothing", "/staff", "/camunda/nothing"})
    void whatMayBeBehindTheSignInAsksForIt(String path) {
        var page = visitor().get(path);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(page)).endsWith("/login");
    }

    private long partnerOf(Invited invited) {
        return accounts.partnersOf(userIdOf(invited)).get(0);
    }

    private long notifications() {
        return jdbc.sql("select count(*) from notification").query(Long.class).single();
    }

    private static String pathOf(String link) {
        return URI.create(link).getPath();
    }

    private static String withoutCsrf(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag("ru"));
    }
}
