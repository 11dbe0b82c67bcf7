package kz.intelligentplatforms.partners.platform.forms;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.forms.FormView.Choice;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Gives Tasklist the form of a task, or of a process to start: to whom the engine shows that, and as things stand at this moment. */
@Controller
class TaskFormController {

    private final ServedForms forms;
    private final FormService keys;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identities;
    private final Accounts accounts;
    private final Texts texts;

    TaskFormController(
            ServedForms forms,
            FormService keys,
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            IdentityService identities,
            Accounts accounts,
            Texts texts) {
        this.forms = forms;
        this.keys = keys;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.identities = identities;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** The user whom Tasklist names in the address counts for nothing: it is whoever is signed in. */
    @GetMapping(path = ServedForms.ADDRESS + "{id}", params = "taskId")
    String ofTask(@PathVariable String id, @RequestParam String taskId, Principal user, Model model) {
        var task = as(
                user,
                () -> tasks.createTaskQuery()
                        .taskId(taskId)
                        .initializeFormKeys()
                        .singleResult());
        if (task == null || !ServedForms.keyOf(id).equals(task.getFormKey())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (instance == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page(id, instance.getBusinessKey(), user, model);
    }

    /** Tasklist does not say which process is to be started: it is the one whose start has this form. */
    @GetMapping(path = ServedForms.ADDRESS + "{id}", params = "!taskId")
    String ofProcess(@PathVariable String id, Principal user, Model model) {
        var startable = as(
                user,
                () -> repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .startableInTasklist()
                        .startablePermissionCheck()
                        .list());
        if (startable.stream()
                .noneMatch(process -> ServedForms.keyOf(id).equals(keys.getStartFormKey(process.getId())))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page(id, "", user, model);
    }

    private String page(String id, String caseNumber, Principal user, Model model) {
        var form = forms.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("formId", id);
        model.addAttribute("user", user.getName());
        model.addAttribute("facts", form.facts(caseNumber));
        model.addAttribute(
                "fields",
                form.fields(caseNumber).stream()
                        .map(this::view)
                        .collect(Collectors.toMap(
                                FormView::name, Function.identity(), (one, other) -> one, LinkedHashMap::new)));
        return "forms/" + id;
    }

    private FormView view(FormField field) {
        var arguments = field.labelArguments().toArray();
        return new FormView(
                field.name(),
                field.kind().name().toLowerCase(Locale.ROOT),
                texts.get(field.label(), arguments),
                texts.find(field.label() + ".hint", arguments).orElse(""),
                field.values().stream()
                        .map(value -> new Choice(value, texts.get(field.label() + "." + value)))
                        .toList(),
                field.maxLength(),
                FormView.inWords(field.shown()),
                field.value());
    }

    /** With the rights of the user, as the engine's own doors ask. */
    private <T> T as(Principal user, Supplier<T> question) {
        identities.setAuthentication(user.getName(), accounts.groupsOf(user.getName()));
        try {
            return question.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
