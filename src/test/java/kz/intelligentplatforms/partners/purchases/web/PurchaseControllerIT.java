package kz.intelligentplatforms.partners.purchases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.purchases.PurchaseSearch;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import kz.intelligentplatforms.partners.testing.People;
import kz.intelligentplatforms.partners.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** Files of purchases as finance hands them in. */
class PurchaseControllerIT extends IntegrationTest {

    private static final String PAGE = "/staff/purchases";
    private static final String HEAD = "documentNumber,partnerBin,date,amount,kind,currency\n";

    @Autowired
    private PurchaseSearch search;

    @Autowired
    private Clock clock;

    private Visitor finance;
    private String bin;
    private String mark;

    @BeforeEach
    void financeIsSignedIn() {
        finance = member(Group.FINANCE);
        bin = members.achieving().partner().company().identity().taxNumber();
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aFileIsCheckedShownRecordedAndFound() {
        var uploaded = upload(HEAD + row("1", bin, "2000000.00", "SALE") + row("2", Companies.newBin(), "1", "SALE"));
        assertThat(uploaded.statusCode()).describedAs(uploaded.body()).isEqualTo(303);
        var address = Visitor.location(uploaded);
        var preview = finance.get(address);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(text(preview))
                .contains("Записать все закупки", "2\u00a0000\u00a0001\u00a0₸", mark + "-1", "Отложим");
        assertThat(search.recorded(bin, 0)).isEmpty();
        assertThat(finance.get(address + "/progress").body()).isEqualTo("{\"done\":null}");

        var recorded = finance.submit(address, address + "/record", Map.of());
        assertThat(recorded.statusCode()).isEqualTo(303);
        assertThat(text(finance.get(Visitor.location(recorded)))).contains("Закупки записаны.");
        assertThat(search.recorded(bin, 0)).hasSize(1);
        var again = finance.submit(PAGE, address + "/record", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(text(again)).contains("Этот файл уже записан.");
        assertThat(text(finance.get(PAGE + "?q=" + bin))).contains(mark + "-1", "2\u00a0000\u00a0000,00");
        assertThat(text(finance.get(PAGE + "?q=" + mark + "-1"))).contains(bin);
        assertThat(text(finance.get(PAGE + "?q=nothing&page=x"))).contains("Ничего не найдено.");
    }

    @Test
    void flawsAreOnThePageAndInAFileWithoutFormulas() {
        var address = Visitor.location(upload(HEAD + row("1", bin, "=1+1", "SALE") + row("2", bin, "-5", "SALE")));
        assertThat(text(finance.get(address)))
                .contains("В файле есть ошибки", "Укажите сумму цифрами")
                .doesNotContain("Записать все закупки");
        var file = finance.download(address + "/errors.csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFСтрока;Столбец;Поле;Значение;Что не так\r\n2;4;Сумма;'=1+1;")
                .contains("\r\n3;4;Сумма;'-5;");
        assertThat(finance.submit(address, address + "/record", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(finance.submit(address, address + "/discard", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(finance.get(address).statusCode()).isEqualTo(404);
        assertThat(text(finance.submit(PAGE, address + "/record", Map.of()))).contains("Этого файла больше нет");
    }

    @Test
    void whatCountsForNobodyIsNamedOnThePageAndInAFile() {
        var address = Visitor.location(upload(HEAD + row("1", bin, "10", "SALE") + row("2", "", "20", "SALE")));
        assertThat(text(finance.get(address)))
                .contains("Записать все закупки", "Не зачтутся никому", "Пропустим: 1", "10\u00a0₸");
        assertThat(new String(finance.download(address + "/notes.csv").body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFСтрока;Столбец;Поле;Значение;Что не так\r\n3;2;БИН/ИИН покупателя;;");
    }

    @Test
    void whatIsLeftOutIsNamedWhereNothingIsLeft() throws IOException {
        var content = new ClassPathResource("purchases/cm-ops.xml").getContentAsString(StandardCharsets.UTF_8);
        for (var language : List.of("ru", "kk", "en")) {
            var page = text(finance.get(Visitor.location(upload(content)) + "?lang=" + language));
            assertThat(page)
                    .contains("Реализация товаров и услуг", "Возврат товаров от покупателя")
                    .doesNotContain("/record");
        }
        finance.get(PAGE + "?lang=ru");
    }

    @Test
    void anEmptyOrHugeFileIsRefusedWithAReason() {
        var empty = upload("");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(text(empty)).contains("Файл пуст или не выбран");
        var large = finance.upload(PAGE, PAGE + "/imports", "large.csv", new byte[64 * 1024 * 1024 + 1]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(text(large)).contains("можно не больше 64 МБ");
    }

    @Test
    void aPurchaseOfAStrangerIsMatchedToAMember() {
        var stranger = Companies.newBin();
        var address =
                Visitor.location(upload(HEAD + row("1", stranger, "10", "SALE") + row("2", stranger, "20", "SALE")));
        finance.submit(address, address + "/record", Map.of());
        var list = PAGE + "/unmatched";
        assertThat(text(finance.get(list + "?q=" + stranger))).contains(mark + "-1", mark + "-2");
        var id = String.valueOf(
                search.unmatched(mark + "-1", 0).getContent().get(0).id());
        var form = list + "/match?purchase=" + id;
        assertThat(text(finance.get(form))).contains("Все документы этого БИН/ИИН: 2");
        var action = list + "/match";
        var unknown =
                finance.submit(form, action, Map.of("purchase", id, "partner", Companies.newBin(), "scope", "ALL"));
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(text(unknown)).contains("Партнёра с таким БИН/ИИН нет.");
        var matched = finance.submit(form, action, Map.of("purchase", id, "partner", bin, "scope", "ALL"));
        assertThat(matched.statusCode()).isEqualTo(303);
        assertThat(text(finance.get(Visitor.location(matched)))).contains("Отнесено к партнёру закупок: 2");
        assertThat(search.recorded(bin, 0)).hasSize(2);
        assertThat(finance.get(form).statusCode()).isEqualTo(409);
    }

    @Test
    void onlyThoseWhoHandlePurchasesComeIn() {
        var address = Visitor.location(upload(HEAD + row("1", bin, "1", "SALE")));
        var paths = List.of(
                PAGE,
                PAGE + "/unmatched",
                address,
                address + "/errors.csv",
                address + "/notes.csv",
                address + "/progress",
                PAGE + "/samples/purchases.csv",
                PAGE + "/samples/commerceml.xml");
        var partner = visitor().signIn(members.achieving().email(), People.PASSWORD);
        for (var path : paths) {
            assertThat(finance.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(member(Group.CAMUNDA_ADMIN).get(path).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(visitor().get(path).statusCode()).as(path).isEqualTo(302);
            assertThat(partner.get(path).statusCode()).as(path).isEqualTo(403);
            for (var group : List.of(Group.ACCOUNT_MANAGERS, Group.ERP)) {
                assertThat(member(group).get(path).statusCode())
                        .as(group + " " + path)
                        .isEqualTo(403);
            }
        }
        assertThat(finance.post(address + "/record", Map.of()).statusCode())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(member(Group.ACCOUNT_MANAGERS)
                        .submit("/staff/partners", address + "/record", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(search.recorded(bin, 0)).isEmpty();
    }

    private HttpResponse<String> upload(String content) {
        return finance.upload(
                PAGE,
                PAGE + "/imports",
                Map.of("submissionKey", UUID.randomUUID().toString()),
                "file",
                "purchases.csv",
                content.getBytes(StandardCharsets.UTF_8));
    }

    private String row(String number, String taxNumber, String amount, String kind) {
        return String.join(
                        ",",
                        mark + "-" + number,
                        taxNumber,
                        LocalDate.now(clock).toString(),
                        amount,
                        kind,
                        "KZT") + "\n";
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }
}
