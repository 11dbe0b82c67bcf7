package kz.intelligentplatforms.partners.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The forms that start a process from Tasklist, on the server's side; see {@link DeclaredFields}. */
@Component
public class StartForms {

    private final FormService forms;
    private final RepositoryService repository;
    private final DeclaredFields fields;
    private final Texts texts;

    StartForms(FormService forms, RepositoryService repository, DeclaredFields fields, Texts texts) {
        this.forms = forms;
        this.repository = repository;
        this.fields = fields;
        this.texts = texts;
    }

    /** The definition's form, if it has one; a definition without one is not started by hand. */
    public Optional<StartForm> ofDefinition(String definitionId) {
        try (var form = forms.getDeployedStartForm(definitionId)) {
            return Optional.of(new StartForm(fields.of(form)));
        } catch (IOException | ProcessEngineException | NullPointerException e) {
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

        private final Map<String, JsonNode> declared;

        private StartForm(Map<String, JsonNode> declared) {
            this.declared = declared;
        }

        /**
         * What is wrong with a submitted form, given as the webapps' JSON; in the reader's words. The business key is a case number,
         * which nobody chooses.
         */
        public Optional<String> flawOf(byte[] body) {
            return fields.parse(body).hasNonNull("businessKey")
                    ? Optional.of(texts.get("webapp.no-business-key"))
                    : fields.flawOf(declared, body);
        }
    }
}
