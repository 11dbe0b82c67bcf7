package kz.intelligentplatforms.partners.platform.forms;

import static kz.intelligentplatforms.partners.platform.identity.Group.ACCOUNT_MANAGERS;
import static kz.intelligentplatforms.partners.platform.identity.Group.FINANCE;
import static kz.intelligentplatforms.partners.platform.identity.Group.PARTNERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.testing.Companies;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets a task's form, in which language, and what is answered to wrong answers. */
@Tag("any-database")
class TaskFormsIT extends IntegrationTest {

    private static final String FORM = "/staff/task-forms/review-registration";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private PartnerRegistrationProcess registration;

    @Autowired
    private List<TaskForm> forms;

    @Test
    void everyTemplateHasItsFormAndEveryFormItsTemplate() throws IOException {
        try (var templates = Files.list(Path.of("forms"))) {
            assertThat(forms)
                    .extracting(TaskForm::id)
                    .filteredOn(id -> !id.startsWith("test-"))
                    .containsExactlyInAnyOrderElementsOf(templates
                            .map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".html"))
                            .map(file -> file.replace(".html", ""))
                            .toList());
        }
    }

    @Test
    void onlyWhomTheEngineShowsTheTaskGetsItsForm() {
        var task = task();
        var address = FORM + "?noCache=1&userId=demo&engineName=default&taskId=" + task.getId();
        var manager = member(ACCOUNT_MANAGERS).get(address);
        assertThat(manager.statusCode()).isEqualTo(200);
        assertThat(manager.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(member(FINANCE).get(address).statusCode()).isEqualTo(404);
        assertThat(member(PARTNERS).get(address).statusCode()).isEqualTo(403);
        assertThat(visitor().get(address).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/staff/task-forms/review-listing?taskId=, 404",
        "/staff/task-forms/no-such-form?taskId=, 404",
        "/staff/task-forms/review-registration?taskId=no-such-task, 404",
        "/staff/task-forms/review-registration?userId=demo, 404",
        "/staff/task-forms/no-such-form?userId=demo, 404"
    })
    void noOtherFormIsGivenForIt(String address, int status) {
        var whole = address.endsWith("taskId=") ? address + task().getId() : address;
        assertThat(member(ACCOUNT_MANAGERS).get(whole).statusCode()).isEqualTo(status);
    }

    /** Asked for as Tasklist does: without a word about the process. */
    @Test
    void onlyWhoMayStartAProcessGetsItsForm() {
        var address = "/staff/task-forms/start-accrual?noCache=1&userId=demo&engineName=default";
        assertThat(member(FINANCE).get(address).body()).contains("Квартал");
        assertThat(member(ACCOUNT_MANAGERS).get(address).statusCode()).isEqualTo(404);
        assertThat(member(PARTNERS).get(address).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"ru, Вернуть на исправление", "kk, Түзетуге қайтару", "en, Return for correction"})
    void itIsInTheReadersLanguage(String language, String choice) {
        assertThat(member(ACCOUNT_MANAGERS)
                        .get(FORM + "?lang=" + language + "&taskId=" + task().getId())
                        .body())
                .contains(choice, "lang=\"" + language + "\"");
    }

    @Test
    void everyFlawIsToldByItsField() {
        var manager = member(ACCOUNT_MANAGERS);
        manager.get("/camunda/app/tasklist/default/");
        var task = ENGINE + "/task/" + task().getId() + "/submit-form";

        assertThat(manager.postJson(task, "{}").body())
                .contains("\"fields\":{\"decision\":\"Заполните поле «Решение».\"}");
        assertThat(manager.postJson(task, "{\"variables\":{\"decision\":{\"value\":\"RETURN\"}}}")
                        .body())
                .contains("\"fields\":{\"comment\":\"Напишите комментарий");
        assertThat(manager.postJson(
                                task,
                                "{\"variables\":{\"decision\":{\"value\":\"RETURN\"},\"comment\":{\"value\":\"Адрес\"}}}")
                        .body())
                .contains("\"fields\":{\"returnedFields\":\"Отметьте");
        assertThat(manager.postJson(
                                task,
                                "{\"variables\":{\"decision\":{\"value\":\"YES\"},\"approved\":{\"value\":true}}}")
                        .body())
                .contains("\"approved\":", "\"decision\":\"Поле «Решение» заполнено неверно.\"");
    }

    private Task task() {
        var number = registration
                .submit(Companies.application(), UUID.randomUUID().toString())
                .caseNumber();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }
}
