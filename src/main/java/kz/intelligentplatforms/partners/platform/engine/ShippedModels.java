package kz.intelligentplatforms.partners.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.database.StartupLock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.FileCopyUtils;

/**
 * Deploys the models that come with this version, each process and each decision table by itself, and only when it
 * differs from what the version before brought. What people deployed in the running system stays in force, and the log says so at
 * every start. Done before the web server takes requests; nodes that start at once take turns.
 */
@Component
class ShippedModels implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    /** Where a deployment says that it came with a version, and not from people. */
    private static final String SOURCE = "partner-program";

    /** Release 1 left it to the engine, which deployed all at once under this name. */
    private static final String NAME_IN_RELEASE_1 = "SpringAutoDeployment";

    private final RepositoryService repository;
    private final StartupLock lock;
    private final List<String> takeShipped;
    private final PathMatchingResourcePatternResolver jar = new PathMatchingResourcePatternResolver();

    ShippedModels(RepositoryService repository, StartupLock lock, ProgramSettings settings) {
        this.repository = repository;
        this.lock = lock;
        this.takeShipped = settings.takeShipped();
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy(all(), takeShipped);
    }

    /** What this version brings. */
    List<Model> all() {
        return Stream.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn")
                .flatMap(this::find)
                .map(file -> new Model(Objects.requireNonNull(file.getFilename()), read(file)))
                .toList();
    }

    /** @param takeShipped versions that people deployed and that are to be replaced, such as {@code points-rate:5} */
    void deploy(List<Model> models, List<String> takeShipped) {
        lock.whileHeld(() -> models.forEach(model -> deploy(model, takeShipped)));
    }

    private void deploy(Model model, List<String> takeShipped) {
        var versions = versionsOf(model);
        if (versions.isEmpty()) {
            deploy(model);
            return;
        }
        var latest = versions.get(0);
        var deployed = deployed(latest, model);
        if (deployed.isSameAs(model)) {
            return;
        }
        var before = versions.stream()
                .filter(version -> isShipped(deploymentOf(version)))
                .findFirst()
                .map(version -> deployed(version, model));
        boolean untouched = before.filter(deployed::isSameAs).isPresent();
        var id = latest.getKey() + ":" + latest.getVersion();
        if (untouched || takeShipped.contains(id)) {
            deploy(model);
            LOG.info("{} came with this version and is in force instead of {}", model.name(), id);
        } else {
            var deployment = deploymentOf(latest);
            LOG.warn(
                    "{}, deployed by hand on {} as \"{}\", stays in force. {} of this version differs from it{}."
                            + " To take that one instead, start once with --program.take-shipped={}",
                    id,
                    deployment.getDeploymentTime(),
                    deployment.getName(),
                    model.name(),
                    before.filter(model::isSameAs).isPresent() ? "" : " and is new",
                    id);
        }
    }

    private void deploy(Model model) {
        var deployment = repository.createDeployment().name(model.name()).source(SOURCE);
        deployment
                .addInputStream(model.name(), new ByteArrayInputStream(model.content()))
                .deploy();
    }

    /** The newest first. */
    private List<? extends ResourceDefinition> versionsOf(Model model) {
        return model.isProcess()
                ? repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(model.key())
                        .orderByProcessDefinitionVersion()
                        .desc()
                        .list()
                : repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(model.key())
                        .orderByDecisionDefinitionVersion()
                        .desc()
                        .list();
    }

    /** A version as it was deployed; its file may have been named otherwise. */
    private Model deployed(ResourceDefinition version, Model model) {
        return new Model(model.name(), read(version.getDeploymentId(), version.getResourceName()));
    }

    private Deployment deploymentOf(ResourceDefinition version) {
        return repository
                .createDeploymentQuery()
                .deploymentId(version.getDeploymentId())
                .singleResult();
    }

    private static boolean isShipped(Deployment deployment) {
        return SOURCE.equals(deployment.getSource()) || NAME_IN_RELEASE_1.equals(deployment.getName());
    }

    private Stream<Resource> find(String pattern) {
        try {
            return Stream.of(jar.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(String deployment, String name) {
        try {
            return FileCopyUtils.copyToByteArray(repository.getResourceAsStream(deployment, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
