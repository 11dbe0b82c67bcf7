package kz.intelligentplatforms.partners.conventions;

import static kz.intelligentplatforms.partners.conventions.ProjectFiles.KEBAB_CASE;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.RUSSIAN;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.SPEAKING_ID;
import static kz.intelligentplatforms.partners.conventions.ProjectFiles.nameOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.ShippedSettings;
import kz.intelligentplatforms.partners.platform.forms.ServedForms;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every process keeps to, so that people can read it in Cockpit and the engine cannot surprise us. */
class ModelConventionsTest {

    private static final String FORM_KEY = ServedForms.keyOf("");

    /** Instances of these versions may still be under way. */
    private static final Set<String> CALLED_BY_EARLIER_VERSIONS =
            Set.of("checkTask", "redemptionTask", "sendMailDelegate");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern DEADLINE = Pattern.compile("\\$\\{deadlines\\.at\\('([a-z-]+)'\\)}");

    /** A day that is the case's own, such as the end of its event: asked of a bean by the case's number, and of nothing else. */
    private static final Pattern DATE_OF_THE_CASE =
            Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(execution\\.processBusinessKey\\)}");

    private static final Pattern RETRY_CYCLE = Pattern.compile("R\\d+/PT\\d+[MH]");

    /** One value and nothing else, so that an answer nobody thought of takes no way at all. */
    private static final Pattern ONE_ANSWER = Pattern.compile("\\$\\{\\w+ == ('[A-Z_]+'|true|false)}");

    private static final Map<Class<? extends BaseElement>, String> PREFIXES = prefixes();

    private static Map<Class<? extends BaseElement>, String> prefixes() {
        var prefixes = new LinkedHashMap<Class<? extends BaseElement>, String>();
        prefixes.put(StartEvent.class, "StartEvent_");
        prefixes.put(EndEvent.class, "EndEvent_");
        prefixes.put(BoundaryEvent.class, "BoundaryEvent_");
        prefixes.put(IntermediateCatchEvent.class, "CatchEvent_");
        prefixes.put(IntermediateThrowEvent.class, "ThrowEvent_");
        prefixes.put(Task.class, "Task_");
        prefixes.put(CallActivity.class, "CallActivity_");
        prefixes.put(SubProcess.class, "SubProcess_");
        prefixes.put(Gateway.class, "Gateway_");
        prefixes.put(SequenceFlow.class, "Flow_");
        prefixes.put(Message.class, "Msg_");
        prefixes.put(Error.class, "Err_");
        prefixes.put(Signal.class, "Sig_");
        prefixes.put(Escalation.class, "Esc_");
        return prefixes;
    }

    /** A model, shown by its file's name. */
    record Model(Path file, BpmnModelInstance bpmn) {

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return bpmn.getModelElementsByType(type);
        }

        Process process() {
            assertThat(all(Process.class)).as("one process a file").hasSize(1);
            return all(Process.class).iterator().next();
        }

        @Override
        public String toString() {
            return nameOf(file);
        }
    }

    static Stream<Model> models() {
        return ProjectFiles.processes().stream().map(file -> new Model(file, Bpmn.readModelFromFile(file.toFile())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileIsNamedAsItsProcess(Model model) {
        assertThat(model.process().getId()).isEqualTo(nameOf(model.file())).matches(KEBAB_CASE);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessIsExplainedAndItsHistoryEnds(Model model) {
        var process = model.process();

        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).matches(RUSSIAN);
        assertThat(documentationOf(process)).matches(RUSSIAN);
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertThat(process.getCamundaVersionTag())
                .as("a version in a model is soon wrong")
                .isNull();
    }

    /** Cases begin on our pages or with a timer; in Tasklist only where a form says what it takes. */
    @ParameterizedTest
    @MethodSource("models")
    void aProcessIsStartableInTasklistIfItsStartHasAForm(Model model) {
        assertThat(model.process().isCamundaStartableInTasklist())
                .isEqualTo(startForms(model).findAny().isPresent());
        assertThat(model.all(StartEvent.class))
                .filteredOn(event -> formOf(event.getCamundaFormKey()) != null)
                .allSatisfy(event -> {
                    assertThat(event.getParentElement()).isEqualTo(model.process());
                    assertThat(event.getEventDefinitions()).isEmpty();
                    assertThat(formNames()).contains(formOf(event.getCamundaFormKey()));
                });
    }

    private static @Nullable String formOf(UserTask task) {
        return formOf(task.getCamundaFormKey());
    }

    private static List<String> formNames() {
        return ProjectFiles.forms().stream().map(ProjectFiles::nameOf).toList();
    }

    /** The form's name, without what all keys begin with. */
    private static @Nullable String formOf(@Nullable String key) {
        return key == null ? null : key.replace(FORM_KEY, "");
    }

    static Stream<String> startForms(Model model) {
        return model.all(StartEvent.class).stream()
                .map(event -> formOf(event.getCamundaFormKey()))
                .filter(Objects::nonNull);
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsSayWhatAnElementIs(Model model) {
        assertThat(model.all(BaseElement.class))
                .filteredOn(element -> element.getId() != null && !(element instanceof Process))
                .allSatisfy(element -> assertThat(element.getId())
                        .matches(SPEAKING_ID)
                        .startsWith(prefixOf(element).orElse("")));
        assertThat(model.all(FlowElement.class))
                .allSatisfy(element -> assertThat(prefixOf(element))
                        .as("a kind of element for which there is no prefix yet: " + element.getId())
                        .isPresent());
    }

    private static Optional<String> prefixOf(BaseElement element) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> prefix.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingThatPeopleReadHasARussianName(Model model) {
        var read = new ArrayList<FlowElement>(model.all(Activity.class));
        read.addAll(model.all(Event.class));
        read.addAll(splits(model));

        assertThat(read)
                .allSatisfy(element -> assertThat(element.getName())
                        .as(element.getId())
                        .isNotNull()
                        .matches(RUSSIAN));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSplitAsksAQuestionAndItsFlowsAnswerIt(Model model) {
        assertThat(splits(model))
                .allSatisfy(gateway ->
                        assertThat(gateway.getName()).as(gateway.getId()).endsWith("?"))
                .flatMap(FlowNode::getOutgoing)
                .allSatisfy(flow -> {
                    assertThat(flow.getName()).as(flow.getId()).isNotNull().matches(RUSSIAN);
                    assertThat(flow.getConditionExpression()).as(flow.getId()).isNotNull();
                    assertThat(flow.getConditionExpression().getTextContent()).matches(ONE_ANSWER);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSplitKnowsEveryAnswerOnce(Model model) {
        assertThat(splits(model))
                .allSatisfy(gateway -> assertThat(gateway.getOutgoing())
                        .extracting(flow -> flow.getConditionExpression().getTextContent())
                        .as(gateway.getId())
                        .doesNotHaveDuplicates());
    }

    /** Where two ways meet, or all are taken, there is nothing to ask. */
    @ParameterizedTest
    @MethodSource("models")
    void aGatewayThatAsksNothingHasNoName(Model model) {
        assertThat(model.all(Gateway.class))
                .filteredOn(gateway -> !splits(model).contains(gateway))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).isNull();
                    assertThat(gateway.getOutgoing())
                            .allSatisfy(flow ->
                                    assertThat(flow.getConditionExpression()).isNull());
                });
    }

    /** A default would be taken by any answer, the misspelt and the forged included. */
    @ParameterizedTest
    @MethodSource("models")
    void nothingIsDecidedByDefault(Model model) {
        assertThat(model.all(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getAttributeValue("default"))
                        .as(node.getId())
                        .isNull());
        assertThat(model.all(SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .allSatisfy(flow -> assertThat(flow.getSource())
                        .as("a condition on " + flow.getId())
                        .isInstanceOf(Gateway.class));
    }

    /** What waits for a remote server waits outside of the engine's jobs, each kind with a worker of its own. */
    @ParameterizedTest
    @MethodSource("models")
    void whatAWorkerDoesHasATopicAndNothingElse(Model model) {
        assertThat(delegatingTasks(model))
                .filteredOn(ModelConventionsTest::isForAWorker)
                .allSatisfy(task -> {
                    assertThat(task.getAttributeValueNs(CAMUNDA, "topic"))
                            .as(task.getId())
                            .matches(KEBAB_CASE);
                    assertThat(Stream.of("class", "expression", "delegateExpression", "resultVariable")
                                    .map(other -> task.getAttributeValueNs(CAMUNDA, other))
                                    .filter(Objects::nonNull))
                            .as(task.getId())
                            .isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void codeIsCalledByTheNameOfADelegate(Model model) {
        var delegates = SpringBeans.namesOf(JavaDelegate.class);

        assertThat(delegatingTasks(model))
                .filteredOn(task -> !isForAWorker(task))
                .allSatisfy(task -> {
                    var expression = task.getAttributeValueNs(CAMUNDA, "delegateExpression");
                    assertThat(beanIn(expression))
                            .as(task.getId())
                            .hasValueSatisfying(bean -> assertThat(delegates).contains(bean));
                    assertThat(Stream.of("class", "expression", "topic", "type", "resultVariable")
                                    .map(other -> task.getAttributeValueNs(CAMUNDA, other))
                                    .filter(Objects::nonNull))
                            .as(task.getId())
                            .isEmpty();
                });
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.all(CamundaScript.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void listenersAreBeans(Model model) {
        var taskListeners = SpringBeans.namesOf(TaskListener.class);
        var executionListeners = SpringBeans.namesOf(ExecutionListener.class);

        assertThat(model.all(CamundaTaskListener.class))
                .allSatisfy(listener -> assertThat(beanIn(listener.getCamundaDelegateExpression()))
                        .hasValueSatisfying(bean -> assertThat(taskListeners).contains(bean)));
        assertThat(model.all(CamundaExecutionListener.class))
                .allSatisfy(listener -> assertThat(beanIn(listener.getCamundaDelegateExpression()))
                        .hasValueSatisfying(
                                bean -> assertThat(executionListeners).contains(bean)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskIsExplained(Model model) {
        assertThat(model.all(Task.class))
                .allSatisfy(task ->
                        assertThat(documentationOf(task)).as(task.getId()).matches(RUSSIAN));
    }

    /** A task that does something has a transaction to retry of its own, or says in whose it is. */
    @ParameterizedTest
    @MethodSource("models")
    void aServiceIsRetriedOrSaysInWhoseTransactionItIs(Model model) {
        assertThat(delegatingTasks(model))
                .filteredOn(task -> !isForAWorker(task))
                .allSatisfy(task -> {
                    if (task.isCamundaAsyncBefore()) {
                        assertThat(retryCycleOf(task)).as(task.getId()).isPresent();
                        assertThat(transactionOf(task)).as(task.getId()).isEmpty();
                    } else {
                        assertThat(transactionOf(task))
                                .as(task.getId() + " is neither asynchronous nor says why")
                                .hasValueSatisfying(why -> assertThat(why).isNotBlank());
                    }
                });
    }

    /** The timers of a listener take no cycle; the engine's default is theirs ({@code PatientRetry}). */
    @ParameterizedTest
    @MethodSource("models")
    void timersAreRetried(Model model) {
        assertThat(model.all(TimerEventDefinition.class))
                .filteredOn(timer -> !(timer.getParentElement() instanceof CamundaTaskListener))
                .allSatisfy(timer -> assertThat(retryCycleOf((BaseElement) timer.getParentElement()))
                        .as(timer.getId())
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("models")
    void retryCyclesAreOfOneForm(Model model) {
        assertThat(model.all(CamundaFailedJobRetryTimeCycle.class))
                .allSatisfy(cycle -> assertThat(cycle.getTextContent()).matches(RETRY_CYCLE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskSaysWhoseItIsUntilWhenAndWhatToDo(Model model) {
        var groups = Arrays.asList(Group.ids(List.of(Group.values())));

        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroupsList()).as(task.getId()).isNotEmpty();
            assertThat(groups).as(task.getId()).containsAll(task.getCamundaCandidateGroupsList());
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotNull();
            assertThat(documentationOf(task)).as(task.getId()).matches(RUSSIAN);
            assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTaskOfTheVendorsPeopleHasAFormThatIsThere(Model model) {
        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            if (isDoneOnThePortal(task)) {
                assertThat(formOf(task)).as(task.getId()).isNull();
            } else {
                assertThat(formNames()).as(task.getId()).contains(formOf(task));
            }
        });
    }

    /** Reminded when it is due, escalated later (design.md, "How a process is written"). */
    @ParameterizedTest
    @MethodSource("models")
    void aTaskOfTheVendorsPeopleIsRemindedAndEscalated(Model model) {
        assertThat(model.all(UserTask.class))
                .filteredOn(task -> !isDoneOnThePortal(task))
                .allSatisfy(task -> assertThat(Stream.concat(boundaryTimersOf(task, model), timeoutsOf(task)))
                        .extracting(timer -> timer.getTimeDate().getTextContent())
                        .as(task.getId())
                        .contains(task.getCamundaDueDate())
                        .hasSizeGreaterThanOrEqualTo(2)
                        .doesNotHaveDuplicates());
    }

    /** The timers that leave the task open. */
    private static Stream<TimerEventDefinition> boundaryTimersOf(UserTask task, Model model) {
        return model.all(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(task) && !event.cancelActivity())
                .flatMap(event -> event.getEventDefinitions().stream())
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast);
    }

    private static Stream<TimerEventDefinition> timeoutsOf(UserTask task) {
        return extensions(task, CamundaTaskListener.class).flatMap(listener -> listener.getTimeouts().stream());
    }

    /** Only a timeout has a timer; its job is named after it in Cockpit. */
    @ParameterizedTest
    @MethodSource("models")
    void aTimeoutIsNamedAndHasOneTimer(Model model) {
        assertThat(model.all(CamundaTaskListener.class)).allSatisfy(listener -> {
            if (listener.getCamundaEvent().equals(TaskListener.EVENTNAME_TIMEOUT)) {
                assertThat(listener.getAttributeValue("id"))
                        .matches(SPEAKING_ID)
                        .startsWith("Timeout_");
                assertThat(listener.getTimeouts()).hasSize(1);
            } else {
                assertThat(listener.getTimeouts()).isEmpty();
            }
        });
        assertThat(model.all(CamundaTaskListener.class))
                .extracting(listener -> listener.getAttributeValue("id"))
                .filteredOn(Objects::nonNull)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void deadlinesAreSettingsOrDatesOfTheCase(Model model) {
        var known = ShippedSettings.load().deadlines().keySet();
        var named = new ArrayList<String>();
        model.all(UserTask.class).forEach(task -> named.add(task.getCamundaDueDate()));
        model.all(TimerEventDefinition.class).stream()
                .flatMap(timer -> Stream.of(timer.getTimeDate(), timer.getTimeDuration()))
                .filter(Objects::nonNull)
                .forEach(time -> named.add(time.getTextContent()));

        assertThat(named).allSatisfy(expression -> {
            var ofTheCase = DATE_OF_THE_CASE.matcher(expression);
            if (ofTheCase.matches()) {
                assertThat(SpringBeans.datesOf(ofTheCase.group(1)))
                        .as(expression)
                        .contains(ofTheCase.group(2));
            } else {
                var setting = DEADLINE.matcher(expression);
                assertThat(setting.matches()).as(expression).isTrue();
                assertThat(known).contains(setting.group(1));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void messagesAreNamedAndUsed(Model model) {
        var awaited = Stream.concat(
                        model.all(CatchEvent.class).stream().flatMap(event -> event.getEventDefinitions().stream()),
                        model.all(ReceiveTask.class).stream())
                .map(element -> element.getAttributeValue("messageRef"))
                .toList();

        assertThat(model.all(Message.class)).allSatisfy(message -> {
            assertThat(message.getName()).matches(KEBAB_CASE);
            assertThat(awaited).as("who waits for " + message.getName()).contains(message.getId());
        });
    }

    /** What goes wrong by intent is caught in the same model, by an event that names it. */
    @ParameterizedTest
    @MethodSource("models")
    void errorsHaveACodeAndAreCaught(Model model) {
        assertThat(model.all(Error.class)).allSatisfy(error -> {
            assertThat(error.getErrorCode()).as(error.getId()).isNotNull().matches(KEBAB_CASE);
            assertThat(model.all(CatchEvent.class))
                    .as("who catches " + error.getErrorCode())
                    .flatMap(CatchEvent::getEventDefinitions)
                    .extracting(definition -> definition.getAttributeValue("errorRef"))
                    .contains(error.getId());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsOnTheDiagram(Model model) {
        assertThat(model.all(FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        assertThat(model.all(SequenceFlow.class))
                .allSatisfy(flow ->
                        assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull());
    }

    /** Forms that nothing shows are forms that nobody keeps in step. */
    @Test
    void everyFormIsShownByATaskOrAStart() {
        var shown = models().flatMap(model -> Stream.concat(
                        startForms(model), model.all(UserTask.class).stream().map(ModelConventionsTest::formOf)))
                .filter(Objects::nonNull)
                .toList();

        assertThat(formNames()).isSubsetOf(shown);
    }

    /** Delegates nobody calls, likewise. */
    @Test
    void everyDelegateAndListenerIsCalledByAModel() {
        var called = models().map(model -> {
                    try {
                        return Files.readString(model.file());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();

        assertThat(Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                        .flatMap(type -> SpringBeans.namesOf(type).stream()))
                .filteredOn(bean -> !CALLED_BY_EARLIER_VERSIONS.contains(bean))
                .allSatisfy(bean -> assertThat(called).anyMatch(model -> model.contains("${" + bean + "}")));
    }

    private static List<Gateway> splits(Model model) {
        return model.all(Gateway.class).stream()
                .filter(gateway -> gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    private static List<Task> delegatingTasks(Model model) {
        return model.all(Task.class).stream()
                .filter(task -> task instanceof ServiceTask
                        || task instanceof SendTask
                        || (task instanceof BusinessRuleTask rules && rules.getCamundaDecisionRef() == null))
                .toList();
    }

    /** An external task, which waits until it is fetched. */
    private static boolean isForAWorker(Task task) {
        return "external".equals(task.getAttributeValueNs(CAMUNDA, "type"));
    }

    private static boolean isDoneOnThePortal(UserTask task) {
        return task.getCamundaCandidateGroupsList().equals(List.of(Group.PARTNERS.id()));
    }

    private static Optional<String> beanIn(String expression) {
        var match = BEAN.matcher(expression == null ? "" : expression);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static String documentationOf(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .reduce("", String::concat);
    }

    private static Optional<String> retryCycleOf(BaseElement element) {
        return extensions(element, CamundaFailedJobRetryTimeCycle.class)
                .map(ModelElementInstance::getTextContent)
                .findFirst();
    }

    private static Optional<String> transactionOf(BaseElement element) {
        return extensions(element, CamundaProperties.class)
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals("transaction"))
                .map(property -> property.getCamundaValue())
                .findFirst();
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return Optional.ofNullable(element.getExtensionElements()).stream()
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(type).list().stream());
    }
}
