package kz.intelligentplatforms.partners.platform.engine;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.intelligentplatforms.partners.platform.forms.FormAnswers;
import kz.intelligentplatforms.partners.platform.forms.ServedForms;
import kz.intelligentplatforms.partners.platform.forms.TaskForm;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The forms that start a process from Tasklist, on the server's side; see {@link DeclaredFields}. */
@Component
public class StartForms {

    private final FormService deployed;
    private final ServedForms forms;
    private final FormAnswers answers;
    private final RepositoryService repository;
    private final DeclaredFields fields;
    private final Texts texts;

    StartForms(
            FormService deployed,
            ServedForms forms,
            FormAnswers answers,
            RepositoryService repository,
            DeclaredFields fields,
            Texts texts) {
        this.deployed = deployed;
        this.forms = forms;
        this.answers = answers;
        this.repository = repository;
        this.fields = fields;
        this.texts = texts;
    }

    /** The definition's form, if it has one; a definition without one is not started by hand. */
    public Optional<StartForm> ofDefinition(String definitionId) {
        var served = servedBy(definitionId);
        if (served.isPresent()) {
            return served.map(form -> new StartForm(body -> answers.flawsOf(form.fields(""), body)));
        }
        try (var form = deployed.getDeployedStartForm(definitionId)) {
            var declared = fields.of(form);
            return Optional.of(new StartForm(body ->
                    fields.flawOf(declared, body).map(flaw -> Map.of("", flaw)).orElseGet(Map::of)));
        } catch (IOException | ProcessEngineException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private Optional<TaskForm> servedBy(String definitionId) {
        try {
            return forms.byKey(deployed.getStartFormKey(definitionId));
        } catch (ProcessEngineException e) {
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

        private final Function<byte[], Map<String, String>> flaws;

        private StartForm(Function<byte[], Map<String, String>> flaws) {
            this.flaws = flaws;
        }

        /**
         * What is wrong with a submitted form, given as the webapps' JSON: by field, in the reader's words. The business key is a case
         * number, which nobody chooses.
         */
        public Map<String, String> flawsOf(byte[] body) {
            return answers.parse(body).hasNonNull("businessKey")
                    ? Map.of("", texts.get("webapp.no-business-key"))
                    : flaws.apply(body);
        }
    }
}
