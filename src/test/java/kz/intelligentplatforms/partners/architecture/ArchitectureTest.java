package kz.intelligentplatforms.partners.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.points.accrual.PointsAccrualProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** The habits of the design that a compiler does not know. */
class ArchitectureTest {

    /**
     * Camunda 7 Community ended with 7.24: a narrow touch keeps the way to a fork open. A new process adds its package; the demo plays
     * the people who answer forms.
     */
    private static final String[] MAY_KNOW_THE_ENGINE = {
        "..partners.platform..",
        "..partners.notification..",
        "..partners.casework..",
        "..partners.registration..",
        "..partners.tierupgrade..",
        "..partners.directory..",
        "..partners.purchases..",
        "..partners.points..",
        "..partners.rewards..",
        "..partners.cofunding..",
        "..partners.demo.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kz.intelligentplatforms.partners");

    @Test
    void onlyProcessesNotificationAndPlatformKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MAY_KNOW_THE_ENGINE)
                .or()
                .resideInAnyPackage(
                        "..registration.web..",
                        "..tierupgrade.web..",
                        "..directory.web..",
                        "..purchases.web..",
                        "..points.web..",
                        "..rewards.web..",
                        "..cofunding.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    /** A run of the accrual opens its case by itself, as Tasklist may start it, too. */
    @Test
    void onlyCaseworkTalksToInstancesAndTasks() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "..partners.platform..", "..partners.notification..", "..partners.casework..")))
                .and(not(equivalentTo(PointsAccrualProcess.class)))
                .should()
                .dependOnClassesThat(assignableTo(RuntimeService.class).or(assignableTo(TaskService.class)))
                .check(CLASSES);
    }

    @Test
    void delegatesAndListenersAreNotPublic() {
        classes()
                .that()
                .areAssignableTo(JavaDelegate.class)
                .or()
                .areAssignableTo(TaskListener.class)
                .or()
                .areAssignableTo(ExecutionListener.class)
                .should()
                .notBePublic()
                // What tasks of several modules have in common.
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .check(CLASSES);
    }

    @Test
    void entitiesAreNotPublic() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(CLASSES);
    }

    @Test
    void entitiesGuardTheirState() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePrivate()
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CLASSES);
    }

    @Test
    void repositoriesAreNotPublic() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    }

    @Test
    void dependenciesOfComponentsAreFinal() {
        fields().that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void pagesAndInterfacesLiveWhereTheyAreLookedFor() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage(
                        "..web..",
                        "..platform.forms..",
                        "..partners.portal..",
                        "..partners.staff..",
                        "..partners.demo..")
                .andShould()
                .notBePublic()
                .check(CLASSES);
    }

    /** The clock is the engine's, and moves in tests; the machine's does not. */
    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethodWhere(asksTheMachineForTheTime())
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("now() without a clock, or a clock of the machine", call -> {
            var owner = call.getTargetOwner();
            var isNow = call.getName().equals("now")
                    && owner.isAssignableTo(TemporalAccessor.class)
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
            var isMachinesClock =
                    owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
            return isNow || isMachinesClock;
        });
    }

    /** The engine's interface takes and gives them; nothing else does. */
    @Test
    void oldDatesStayWhereTheEngineAsksForThem() {
        noClasses()
                .that(not(resideInAnyPackage("..partners.platform.time..")).and(not(isCalledByTheEngine())))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Calendar.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isCalledByTheEngine() {
        return assignableTo(TaskListener.class)
                .or(assignableTo(ExecutionListener.class))
                .or(assignableTo(JavaDelegate.class))
                .or(assignableTo(BusinessCalendar.class))
                .or(assignableTo(Command.class));
    }

    /** What looks the same is the same everywhere: one class trims and composes what people type. */
    @Test
    void textIsCleanedInOnePlace() {
        noClasses()
                .that(not(equivalentTo(InputText.class)))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "trims text",
                        access -> access.getTargetOwner().isEquivalentTo(String.class)
                                && Set.of("strip", "stripLeading", "stripTrailing", "trim")
                                        .contains(access.getName())))
                .orShould()
                .accessField(Normalizer.Form.class, "NFC")
                .check(CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(CLASSES);
    }

    @Test
    void nobodyWritesPastTheLog() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    }
}
