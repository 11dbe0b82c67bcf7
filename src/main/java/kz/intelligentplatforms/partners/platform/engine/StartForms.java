package kz.intelligentplatforms.partners.platform.engine;

import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.forms.FormAnswers;
import kz.intelligentplatforms.partners.platform.forms.ServedForms;
import kz.intelligentplatforms.partners.platform.forms.TaskForm;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The forms that start a process from Tasklist, on the server's side; see {@link FormAnswers}. */
@Component
public class StartForms {

    private final FormService keys;
    private final ServedForms forms;
    private final FormAnswers answers;
    private final RepositoryService repository;
    private final Texts texts;

    StartForms(FormService keys, ServedForms forms, FormAnswers answers, RepositoryService repository, Texts texts) {
        this.keys = keys;
        this.forms = forms;
        this.answers = answers;
        this.repository = repository;
        this.texts = texts;
    }

    /** The definition's form, if it has one; a definition without one is not started by hand. */
    public Optional<StartForm> ofDefinition(String definitionId) {
        try {
            return forms.byKey(keys.getStartFormKey(definitionId)).map(StartForm::new);
        } catch (ProcessEngineException noSuchDefinition) {
            return Optional.empty();
        }
    }

    /** Likewise, of the latest version. */
    public Optional<StartForm> ofKey(String key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getId)
                .flatMap(this::ofDefinition);
    }

    /** A form that starts a process. */
    public final class StartForm {

        private final TaskForm form;

        private StartForm(TaskForm form) {
            this.form = form;
        }

        /**
         * What is wrong with a submitted form, given as the webapps' JSON: by field, in the reader's words. The business key is a case
         * number, which nobody chooses.
         */
        public Map<String, String> violationsOf(byte[] body) {
            return answers.parse(body).hasNonNull("businessKey")
                    ? Map.of("", texts.get("webapp.no-business-key"))
                    : answers.violationsOf(form.fields(""), body);
        }
    }
}
