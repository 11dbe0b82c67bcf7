package kz.intelligentplatforms.partners.conventions;

import static kz.intelligentplatforms.partners.conventions.ProjectFiles.KEBAB_CASE;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.RUSSIAN;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.SPEAKING_ID;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.nameOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table keeps to: the vendor's people read and change them. */
class DecisionConventionsTest {

    /** A model, shown by its file's name. */
    record Model(Path file, DmnModelInstance dmn) {

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return dmn.getModelElementsByType(type);
        }

        @Override
        public String toString() {
            return nameOf(file);
        }
    }

    static Stream<Model> models() {
        return ProjectFiles.decisions().stream().map(file -> new Model(file, Dmn.readModelFromFile(file.toFile())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileIsNamedAsItsDecision(Model model) {
        assertThat(model.all(Decision.class))
                .singleElement()
                .satisfies(decision -> assertThat(decision.getId())
                        .isEqualTo(nameOf(model.file()))
                        .matches(KEBAB_CASE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDecisionIsExplainedAndItsHistoryEnds(Model model) {
        assertThat(model.all(Decision.class)).allSatisfy(decision -> {
            assertThat(decision.getName()).matches(RUSSIAN);
            assertThat(decision.getDescription().getTextContent()).matches(RUSSIAN);
            assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(decision.getVersionTag()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsSayWhatAnElementIs(Model model) {
        assertThat(model.all(DmnElement.class))
                .filteredOn(element -> element.getId() != null && !(element instanceof Decision))
                .allSatisfy(element -> assertThat(element.getId()).matches(SPEAKING_ID));
    }

    /** One row answers, or all do; never the first that happens to. */
    @ParameterizedTest
    @MethodSource("models")
    void rowsDoNotDependOnTheirOrder(Model model) {
        assertThat(model.all(DecisionTable.class))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.COLLECT));
    }

    @ParameterizedTest
    @MethodSource("models")
    void columnsAreTypedAndHaveRussianHeads(Model model) {
        assertThat(model.all(Input.class)).isNotEmpty().allSatisfy(input -> {
            assertThat(input.getLabel()).matches(RUSSIAN);
            assertThat(input.getInputExpression().getTypeRef()).isNotBlank();
        });
        assertThat(model.all(Output.class)).isNotEmpty().allSatisfy(output -> {
            assertThat(output.getLabel()).matches(RUSSIAN);
            assertThat(output.getName()).matches("[a-z][A-Za-z0-9]*");
            assertThat(output.getTypeRef()).isNotBlank();
        });
        assertThat(model.all(Output.class)).extracting(Output::getName).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyRowSaysInWordsWhatItIsAbout(Model model) {
        assertThat(model.all(Rule.class)).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
            assertThat(rule.getDescription().getTextContent()).matches(RUSSIAN);
            assertThat(rule.getOutputEntries())
                    .as(rule.getId())
                    .allSatisfy(cell -> assertThat(cell.getTextContent()).isNotBlank());
        });
    }
}
