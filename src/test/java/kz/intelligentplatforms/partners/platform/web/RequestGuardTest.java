package kz.intelligentplatforms.partners.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.ShippedSettings;
import kz.intelligentplatforms.partners.platform.identity.Access;
import kz.intelligentplatforms.partners.platform.identity.AccessRule;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.text.MessageBundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What one address may send. */
class RequestGuardTest {

    private static final String API = "/api/v1/registrations";
    private static final String FORM = "/register";
    private static final String FORGOTTEN = "/password/forgot";
    private static final String PURCHASES = "/staff/purchases";
    private static final String SOMEBODY = "203.0.113.7";

    private static final int APPLICATIONS = 60;
    private static final int SIGN_IN_MAILS = 10;
    private static final DataSize FILE = DataSize.ofMegabytes(10);
    private static final DataSize PARTNERS_FORM = DataSize.ofKilobytes(512);

    private final int maxSize =
            (int) ShippedSettings.load().limits().requestSize().toBytes();
    private final ObjectMapper json = new Jackson2ObjectMapperBuilder().build();
    private final RequestGuard guard = new RequestGuard(
            List.of(new RateLimit(APPLICATIONS, Set.of(FORM, API)), new RateLimit(SIGN_IN_MAILS, Set.of(FORGOTTEN))),
            List.of(
                    RequestLimit.ofFile("/portal", FILE),
                    RequestLimit.ofForm("/portal", PARTNERS_FORM),
                    RequestLimit.ofFile(PURCHASES, FILE).withRightsFirst()),
            ShippedSettings.load(),
            new Access(List.of(AccessRules.of(
                    AccessRule.everybody("/register/**"), AccessRule.only(List.of(Group.FINANCE), PURCHASES + "/**")))),
            new ErrorAnswers(
                    MessageBundles.inAllModules(),
                    new LocaleConfiguration().localeResolver(),
                    new SpringTemplateEngine(),
                    ShippedSettings.load(),
                    json));

    @Test
    void oneAddressMayApplySoOftenAndNoMore() throws Exception {
        for (int i = 0; i < APPLICATIONS; i++) {
            assertThat(send("POST", API, SOMEBODY).getStatus()).isEqualTo(200);
        }
        assertThat(send("POST", API, SOMEBODY).getStatus()).isEqualTo(429);
        assertThat(send("POST", API, "203.0.113.8").getStatus()).isEqualTo(200);
    }

    @Test
    void formAndInterfaceAreCountedTogetherAndSignInMailsByThemselves() throws Exception {
        exhaust(FORM, SOMEBODY, APPLICATIONS);
        assertThat(send("POST", API, SOMEBODY).getStatus()).isEqualTo(429);
        exhaust(FORGOTTEN, SOMEBODY, SIGN_IN_MAILS);
        assertThat(send("POST", FORGOTTEN, SOMEBODY).getStatus()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:0:0:0:1, 2001:db8:1:2:aaaa:bbbb:cccc:dddd, 2001:db8:1:3:0:0:0:1",
        "2001:db8::1, 2001:db8:0:0:aaaa::1, 2001:db8:0:1::1",
        "2001:db8::a:b, 2001:db8::c:d, 2001:db9::a:b"
    })
    void oneIpv6NetworkCountsAsOneAddress(String address, String neighbour, String stranger) throws Exception {
        exhaust(API, address, APPLICATIONS);
        assertThat(send("POST", API, neighbour).getStatus()).isEqualTo(429);
        assertThat(send("POST", API, stranger).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"ru, Слишком много обращений", "kk, сұраныс", "en, Too many requests"})
    void theInterfaceSaysWhenToTryAgainInTheCallersLanguage(String language, String words) throws Exception {
        exhaust(API, SOMEBODY, APPLICATIONS);
        var request = request("POST", API, SOMEBODY);
        request.addHeader("Accept-Language", language);
        request.addPreferredLocale(Locale.forLanguageTag(language));
        var answer = send(request);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).matches("[1-9][0-9]*");
        assertThat(MediaType.parseMediaType(String.valueOf(answer.getContentType()))
                        .isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .isTrue();
        var problem = json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(problem.path("status").asInt()).isEqualTo(429);
        assertThat(problem.path("detail").asText()).containsIgnoringCase(words);
    }

    @Test
    void aPageLeavesTheWordsToTheErrorPage() throws Exception {
        exhaust(FORM, SOMEBODY, APPLICATIONS);
        var answer = send("POST", FORM, SOMEBODY);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.isCommitted()).isTrue();
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getContentAsString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, API, FORGOTTEN})
    void readingIsNeverLimited(String path) throws Exception {
        for (int i = 0; i < APPLICATIONS * 3; i++) {
            assertThat(send("GET", path, SOMEBODY).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void signingInAndCorrectingAreNotLimitedHere() throws Exception {
        for (int i = 0; i < APPLICATIONS * 3; i++) {
            assertThat(send("POST", "/login", SOMEBODY).getStatus()).isEqualTo(200);
            assertThat(send("POST", "/cases/x/correction", SOMEBODY).getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutReadingIt() throws Exception {
        var request = request("POST", API, SOMEBODY);
        request.setContent(new byte[maxSize + 1]);
        assertThat(send(request).getStatus()).isEqualTo(413);
        var onAPage = request("POST", FORM, SOMEBODY);
        onAPage.setContent(new byte[maxSize + 1]);
        assertThat(send(onAPage).getStatus()).isEqualTo(413);
    }

    @Test
    void aBodyThatIsJustSmallEnoughGoesThroughUnchanged() throws Exception {
        var body = "x".repeat(maxSize).getBytes(StandardCharsets.UTF_8);
        var chain = new MockFilterChain();
        guard.doFilter(ofUnknownLength(body), new MockHttpServletResponse(), chain);
        var passed = chain.getRequest();
        assertThat(passed).isNotNull();
        assertThat(passed.getInputStream().readAllBytes()).isEqualTo(body);
    }

    @Test
    void aBodyThatDoesNotTellItsLengthIsMeasured() throws Exception {
        assertThat(send(ofUnknownLength(new byte[maxSize + 1])).getStatus()).isEqualTo(413);
    }

    @Test
    void onlyAFormOfThePortalMayCarryAFile() throws Exception {
        int file = (int) FILE.toBytes();
        assertThat(send(upload("/portal/level", file)).getStatus()).isEqualTo(200);
        assertThat(send(upload("/portal/level", file + maxSize + 1)).getStatus())
                .isEqualTo(413);
        assertThat(send(upload(FORM, file)).getStatus()).isEqualTo(413);
        assertThat(send(upload("/portalx", file)).getStatus()).isEqualTo(413);
    }

    /** The container has made the path plain; the address as it was sent is not asked. */
    @ParameterizedTest
    @ValueSource(strings = {"/staff/purchases/imports", "/register/../staff/purchases/imports"})
    void ofAStrangerNoByteOfALargeFileIsRead(String sent) throws Exception {
        var request = upload(PURCHASES + "/imports", 1000);
        request.setRequestURI(sent);
        var unread = request.getInputStream().available();
        assertThat(send(request).getStatus()).isEqualTo(403);
        assertThat(request.getInputStream().available()).isEqualTo(unread);
        var near = upload("/staff/purchasesx", maxSize + 1);
        assertThat(send(near).getStatus()).as("no such place").isEqualTo(413);
    }

    @Test
    void aPartnersFormMayBeLongerThanAStrangers() throws Exception {
        int longest = (int) PARTNERS_FORM.toBytes();
        assertThat(send(form("/portal/level", longest)).getStatus()).isEqualTo(200);
        assertThat(send(form("/portal/level", longest + 1)).getStatus()).isEqualTo(413);
        assertThat(send(form(FORM, longest)).getStatus()).isEqualTo(413);
    }

    private static MockHttpServletRequest form(String path, int size) {
        var request = request("POST", path, SOMEBODY);
        request.setContent(new byte[size]);
        request.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        return request;
    }

    private static MockHttpServletRequest upload(String path, int size) {
        var request = request("POST", path, SOMEBODY);
        request.setContent(new byte[size]);
        request.setContentType("multipart/form-data; boundary=x");
        return request;
    }

    private static MockHttpServletRequest ofUnknownLength(byte[] body) {
        var request = new MockHttpServletRequest("POST", API) {
            @Override
            public long getContentLengthLong() {
                return -1;
            }

            @Override
            public int getContentLength() {
                return -1;
            }
        };
        request.setServletPath(API);
        request.setRemoteAddr(SOMEBODY);
        request.setContent(body);
        return request;
    }

    private void exhaust(String path, String address, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(send("POST", path, address).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse send(String method, String path, String address) throws Exception {
        return send(request(method, path, address));
    }

    private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        guard.doFilter(request, response, chain);
        assertThat(chain.getRequest() != null)
                .describedAs("what is not refused goes on")
                .isEqualTo(response.getStatus() == HttpServletResponse.SC_OK);
        return response;
    }

    private static MockHttpServletRequest request(String method, String path, String address) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }
}
