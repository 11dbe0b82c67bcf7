package kz.intelligentplatforms.partners.documents;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.CAMUNDA_ADMIN;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.MONITORS;
import static kz.intelligentplatforms.partners.platform.identity.Group.PARTNERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.SOLUTION_ARCHITECTS;
import static kz.intelligentplatforms.partners.testing.SampleFiles.docx;
import static kz.intelligentplatforms.partners.testing.SampleFiles.pdf;
import static kz.intelligentplatforms.partners.testing.SampleFiles.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.Members.Member;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Evidence files from the form to whoever may read them, and to nobody else. */
class DocumentsIT extends IntegrationTest {

    private static final String PAGE = "/portal/upload-page";

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MessageSource messages;

    private Member owner;
    private String folder = "";

    @BeforeEach
    void newPartner() {
        owner = members.achieving();
        folder = "DRAFT/" + owner.id() + "/CORPORATE_RESELLER/JOINT_SOLUTIONS";
    }

    @Test
    void aFileIsKeptAsItIs() {
        var largest = Arrays.copyOf(pdf("a"), (int) settings.maxSize().toBytes());
        System.arraycopy(pdf("end"), 0, largest, largest.length - pdf("end").length, pdf("end").length);
        var stored = store(folder, "C:\\Сертификаты\\План 2026.PDF", largest);
        assertThat(stored.fileName()).isEqualTo("План 2026.PDF");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(largest.length);
        assertThat(stored.sha256()).matches("[0-9a-f]{64}");
        assertThat(stored.uploadedBy()).isEqualTo(owner.user());
        assertThat(stored.link()).isEqualTo("/documents/" + stored.id());
        assertThat(documents.inFolder(folder)).containsExactly(stored);
        assertThat(documents.open(stored.id(), owner.user(), Set.of()))
                .hasValueSatisfying(file -> assertThat(file.bytes()).isEqualTo(largest));
    }

    @Test
    void foldersAreListedMovedAndEmptied() {
        var number = "TUP-2026-" + owner.id();
        var other = "DRAFT/" + owner.id() + "/CORPORATE_RESELLER/JOINT_SALES_PLAN";
        // What "like" would take for the same.
        var lookalike = "DRAFT/" + owner.id() + "/CORPORATEXRESELLER/JOINT_SOLUTIONS";
        var first = store(folder, "a.pdf", pdf("a"));
        var second = store(folder, "b.pdf", pdf("b"));
        var third = store(other, "c.pdf", pdf("c"));
        var stranger = store(lookalike, "d.pdf", pdf("d"));
        var draft = "DRAFT/" + owner.id() + "/CORPORATE_RESELLER";
        assertThat(documents.inFolders(draft)).containsOnlyKeys(folder, other);
        assertThat(documents.inFolders(draft).get(folder)).containsExactlyInAnyOrder(first, second);
        assertThat(documents.inFolders(draft + "/JOINT")).isEmpty();

        documents.move(folder, number + "/JOINT_SOLUTIONS");
        assertThat(documents.inFolder(folder)).isEmpty();
        assertThat(documents.inFolder(number + "/JOINT_SOLUTIONS"))
                .extracting(DocumentView::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
        documents.move(draft, number);
        assertThat(documents.inFolders(number))
                .containsOnlyKeys(number + "/JOINT_SOLUTIONS", number + "/JOINT_SALES_PLAN");
        assertThat(documents.inFolder(lookalike)).containsExactly(stranger);

        documents.remove(third.id(), other);
        assertThat(documents.inFolder(number + "/JOINT_SALES_PLAN")).hasSize(1);
        documents.remove(third.id(), number + "/JOINT_SALES_PLAN");
        documents.remove(third.id(), number + "/JOINT_SALES_PLAN");
        assertThat(documents.inFolder(number + "/JOINT_SALES_PLAN")).isEmpty();
        assertThat(jdbc.sql("select count(*) from document_content where document_id = ?")
                        .param(third.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsRefusedChangesNothing() {
        assertRefused("a.pdf", new byte[0], Reason.EMPTY);
        assertRefused("a.pdf", new byte[(int) settings.maxSize().toBytes() + 1], Reason.TOO_LARGE);
        assertRefused("a.exe", pdf("a"), Reason.OTHER_TYPE);
        assertRefused("a.pdf", png(), Reason.OTHER_TYPE);
        assertRefused("a.pdf", "<html></html>".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_TYPE);
        assertThat(documents.inFolder(folder)).isEmpty();
        for (int i = 0; i < settings.perFolder(); i++) {
            store(folder, i + ".pdf", pdf("a"));
        }
        assertRefused("more.pdf", pdf("a"), Reason.TOO_MANY);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        documents.store(owner.id(), folder, Set.of(PARTNERS), "a.pdf", stream(pdf("a")), owner.user()));
    }

    @Test
    void aRefusalLetsTheCallersTransactionGoOn() {
        transaction.executeWithoutResult(status -> {
            assertRefused("a.pdf", new byte[0], Reason.EMPTY);
            store(folder, "a.pdf", pdf("a"));
        });
        assertThat(documents.inFolder(folder)).hasSize(1);
    }

    @Test
    void theOwnerAndItsReadersGetTheFileToSave() {
        var content = docx();
        var link = store(folder, "План «А» \"1\".docx", content).link();
        for (var reader : List.of(signIn(owner), member(SOLUTION_ARCHITECTS), member(ACCOUNT_MANAGERS))) {
            var answer = reader.download(link);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(content);
            assertThat(header(answer, "Content-Type"))
                    .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            assertThat(header(answer, "Content-Disposition"))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD%20");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
            assertThat(header(answer, "Cache-Control")).contains("private", "no-store");
        }
    }

    @Test
    void toEverybodyElseItDoesNotExist() {
        var link = store(folder, "a.pdf", pdf("secret")).link();
        var unknown = "/documents/" + UUID.randomUUID();
        var others = List.of(signIn(members.achieving()), member(FINANCE), member(MONITORS), member(CAMUNDA_ADMIN));
        for (var other : others) {
            var answer = other.get(link);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("secret", "a.pdf");
            assertThat(other.get(unknown).statusCode()).isEqualTo(404);
            assertThat(other.get("/documents/1").statusCode()).isEqualTo(404);
        }
        assertThat(visitor().get(link).statusCode()).isEqualTo(302);
        assertThat(visitor().get(unknown).statusCode()).isEqualTo(302);
        assertThat(member(Group.ERP).get(link).statusCode()).isEqualTo(403);
        assertThat(signIn(owner).post(link, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormUploadsListsAndRemoves() {
        var partner = signIn(owner);
        var answer = partner.upload(PAGE, PAGE, "Решение 1.pdf", pdf("a"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var stored = documents.inFolder(UploadPage.folderOf(owner.id())).get(0);
        var page = partner.get(PAGE);
        assertThat(text(page)).contains("Решение 1.pdf", stored.link(), "1 КБ");
        var removed = partner.submit(PAGE, PAGE + "/remove", Map.of("document", stored.id()));
        assertThat(removed.statusCode()).isEqualTo(303);
        assertThat(text(partner.get(PAGE))).contains(text("documents.none")).doesNotContain(stored.link());
    }

    @Test
    void aFormSaysWhyAFileIsNotTaken() {
        var partner = signIn(owner);
        int max = (int) settings.maxSize().toBytes();
        assertNotTaken(partner.upload(PAGE, PAGE, "", new byte[0]), text("documents.refused.EMPTY"));
        assertNotTaken(partner.upload(PAGE, PAGE, "a.pdf", new byte[max + 1]), text("documents.refused.TOO_LARGE", 10));
        assertNotTaken(partner.upload(PAGE, PAGE, "a.pdf", png()), text("documents.refused.OTHER_TYPE"));
        assertNotTaken(
                partner.upload(PAGE, PAGE, "я".repeat(500) + ".docx", pdf("a")), text("documents.refused.OTHER_TYPE"));
        for (int size : new int[] {11_000_000, 60_000_000}) {
            var answer = partner.upload(PAGE, PAGE, "a.pdf", new byte[size]);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(text(answer))
                    .contains(text("documents.request-too-large", 10))
                    .doesNotContain("Exception");
        }
        assertThat(documents.inFolder(UploadPage.folderOf(owner.id()))).isEmpty();
    }

    @Test
    void aFormWithAFileNeedsItsToken() {
        var partner = signIn(owner);
        // A page of no form: its token is missing.
        assertThat(partner.upload("/assets/css/site.css", PAGE, "a.pdf", pdf("a"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(partner.upload(PAGE, PAGE, "a.pdf", pdf("a")).statusCode()).isEqualTo(303);
    }

    private void assertNotTaken(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(message);
    }

    private void assertRefused(String name, byte[] content, Reason reason) {
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> store(folder, name, content))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private DocumentView store(String into, String name, byte[] content) {
        return documents.store(
                owner.id(), into, Set.of(SOLUTION_ARCHITECTS, ACCOUNT_MANAGERS), name, stream(content), owner.user());
    }

    private Visitor signIn(Member person) {
        return visitor().signIn(person.email(), People.PASSWORD);
    }

    private static ByteArrayInputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag("ru"));
    }
}
