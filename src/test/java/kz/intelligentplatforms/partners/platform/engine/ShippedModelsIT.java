package kz.intelligentplatforms.partners.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.rules.DecisionTables;
import kz.intelligentplatforms.partners.testing.AtOnce;
import kz.intelligentplatforms.partners.testing.IntegrationTest;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a new version does to the models that are deployed. */
@ExtendWith(OutputCaptureExtension.class)
class ShippedModelsIT extends IntegrationTest {

    private static final String RATE = "points-rate.dmn";
    private static final String PROCESS = "partner-registration.bpmn";

    @Autowired
    private ShippedModels models;

    @Autowired
    private DecisionTables tables;

    private Set<String> deploymentsBefore = Set.of();
    private Map<String, Integer> before = Map.of();

    @BeforeEach
    void remember() {
        deploymentsBefore = deployments();
        before = versions();
    }

    @AfterEach
    void putTheShippedOnesBack() {
        deployments().stream()
                .filter(deployment -> !deploymentsBefore.contains(deployment))
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void theSameVersionAgainDeploysNothing() {
        models.afterSingletonsInstantiated();
        assertThat(deployments()).isEqualTo(deploymentsBefore);
    }

    @Test
    void oneChangedLabelDeploysItsProcessOnly(CapturedOutput log) {
        var changed = with(PROCESS, "Рассмотреть заявку", "Рассмотреть заявку компании");
        models.deploy(changed, List.of());
        assertThat(versions()).isEqualTo(after("partner-registration"));
        assertThat(log).contains(PROCESS + " came with this version and is in force instead of partner-registration:");

        models.deploy(changed, List.of());
        assertThat(versions()).isEqualTo(after("partner-registration"));
    }

    @Test
    void nodesThatStartAtOnceDeployOnce() throws Exception {
        var changed = with(RATE, "0.02", "0.025");
        AtOnce.run(4, node -> {
            models.deploy(changed, List.of());
            return node;
        });
        assertThat(versions()).isEqualTo(after("points-rate"));
    }

    @Test
    void aTableThatPeopleChangedStaysInForceAndTheStartSaysSo(CapturedOutput log) {
        deployByHand("3 % с декабря", content(with(RATE, "0.02", "0.03"), RATE));
        var byHand = after("points-rate");

        models.deploy(models.all(), List.of());
        assertThat(versions()).isEqualTo(byHand);
        assertThat(rate()).isEqualTo("0.03");
        assertThat(log)
                .contains("points-rate:" + byHand.get("points-rate"))
                .contains("as \"3 % с декабря\", stays in force. points-rate.dmn of this version differs from it. ")
                .contains("--program.take-shipped=points-rate:" + byHand.get("points-rate"));

        models.deploy(with(RATE, "0.02", "0.025"), List.of());
        assertThat(versions()).isEqualTo(byHand);
        assertThat(rate()).isEqualTo("0.03");
        assertThat(log).contains("points-rate.dmn of this version differs from it and is new. ");
    }

    @Test
    void theShippedTableComesBackOnceWhenItIsAskedFor() {
        deployByHand("higher", content(with(RATE, "0.02", "0.03"), RATE));
        var asked = List.of("points-rate:" + versions().get("points-rate"));
        models.deploy(models.all(), asked);
        assertThat(rate()).isEqualTo("0.02");

        deployByHand("higher again", content(with(RATE, "0.02", "0.03"), RATE));
        models.deploy(models.all(), asked);
        assertThat(rate()).isEqualTo("0.03");
    }

    @Test
    void aTableThatPeoplePutBackFollowsTheNextVersion() {
        deployByHand("higher", content(with(RATE, "0.02", "0.03"), RATE));
        deployByHand("as it was", content(models.all(), RATE));
        models.deploy(with(RATE, "0.02", "0.025"), List.of());
        assertThat(rate()).isEqualTo("0.025");
    }

    @Test
    void whatRelease1DeployedTogetherFollowsTheNextVersion() {
        deployByHand("SpringAutoDeployment", content(with(RATE, "0.02", "0.01"), RATE));
        models.deploy(models.all(), List.of());
        assertThat(rate()).isEqualTo("0.02");
    }

    private String rate() {
        return tables.evaluate("points-rate", Map.of("total", 1.0)).stream()
                .map(row -> String.valueOf(row.get("rate")))
                .findFirst()
                .orElseThrow();
    }

    private void deployByHand(String name, byte[] table) {
        engine.getRepositoryService()
                .createDeployment()
                .name(name)
                .addString("upload/" + RATE, new String(table, StandardCharsets.UTF_8))
                .deploy();
    }

    /** This version's models, one of them changed. */
    private List<Model> with(String name, String text, String other) {
        return models.all().stream()
                .map(model -> model.name().equals(name) ? changed(model, text, other) : model)
                .toList();
    }

    private static Model changed(Model model, String text, String other) {
        var shipped = new String(model.content(), StandardCharsets.UTF_8);
        assertThat(shipped).contains(text);
        return new Model(model.name(), shipped.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(List<Model> models, String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private Map<String, Integer> after(String key) {
        var after = new TreeMap<>(before);
        after.merge(key, 1, Integer::sum);
        return after;
    }

    private Map<String, Integer> versions() {
        var versions = new TreeMap<String, Integer>();
        var repository = engine.getRepositoryService();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(definition -> versions.put(definition.getKey(), definition.getVersion()));
        repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(definition -> versions.put(definition.getKey(), definition.getVersion()));
        return versions;
    }

    private Set<String> deployments() {
        return engine.getRepositoryService().createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }
}
