package kz.intelligentplatforms.partners.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.intelligentplatforms.partners.cases.CaseStep;
import kz.intelligentplatforms.partners.cases.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;

class RegistrationApplicationTest {

    private static final Instant NOW = Instant.parse("2026-07-13T04:00:00Z");
    private static final ApplicationDetails DETAILS = Typed.RIGHT.details();

    private static final Instant DUE = Instant.parse("2026-07-15T13:00:00Z");

    private static final Map<RegistrationStage, Consumer<RegistrationApplication>> WAYS = Map.of(
            RegistrationStage.RECEIVED, application -> {},
            RegistrationStage.REVIEW, application -> application.review(DUE),
            RegistrationStage.CORRECTION, RegistrationApplicationTest::giveBack,
            RegistrationStage.REGISTERING, RegistrationApplicationTest::approve,
            RegistrationStage.REGISTERED,
                    application -> {
                        approve(application);
                        application.register();
                    },
            RegistrationStage.REJECTED,
                    application -> {
                        application.review(DUE);
                        application.refuse("Нет");
                        application.reject();
                    },
            RegistrationStage.WITHDRAWN, RegistrationApplication::withdraw,
            RegistrationStage.EXPIRED,
                    application -> {
                        giveBack(application);
                        application.expire();
                    });

    /** What may happen, and where. */
    private static final Map<Consumer<RegistrationApplication>, Set<RegistrationStage>> FOLLOWS = Map.of(
            RegistrationApplication::claimIdentity,
            Set.of(RegistrationStage.RECEIVED, RegistrationStage.REVIEW, RegistrationStage.CORRECTION),
            application -> application.review(DUE),
            Set.of(RegistrationStage.RECEIVED, RegistrationStage.REVIEW, RegistrationStage.CORRECTION),
            application -> application.returnForCorrection("Почему?", List.of(ReturnedField.CONTACT)),
            Set.of(RegistrationStage.REVIEW),
            application -> application.correct(DETAILS),
            Set.of(RegistrationStage.CORRECTION),
            RegistrationApplication::approve,
            Set.of(RegistrationStage.REVIEW),
            application -> application.refuse("Нет"),
            Set.of(RegistrationStage.REVIEW),
            RegistrationApplication::register,
            Set.of(RegistrationStage.REGISTERING),
            RegistrationApplication::reject,
            Set.of(RegistrationStage.REGISTERING),
            RegistrationApplication::withdraw,
            Set.of(RegistrationStage.RECEIVED, RegistrationStage.REVIEW, RegistrationStage.CORRECTION),
            RegistrationApplication::expire,
            Set.of(RegistrationStage.CORRECTION));

    private final RegistrationApplication application =
            new RegistrationApplication("REG-2026-000123", DETAILS, TrackerSecret.next(), NOW);

    @Test
    void startsOpenAsTyped() {
        assertThat(application.view())
                .isEqualTo(new RegistrationView(
                        "REG-2026-000123", DETAILS, NOW, RegistrationStage.RECEIVED, null, Set.of()));
        assertThat(heldIdentity()).isNull();
    }

    @Test
    void holdsItsIdentityFromTheClaimOn() {
        application.claimIdentity();

        assertThat(heldIdentity()).isEqualTo("KZ:090540008881");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTERED", "REJECTED", "EXPIRED", "WITHDRAWN"})
    void releasesItsIdentityAtItsEnd(RegistrationStage end) {
        application.claimIdentity();

        go(end);

        assertThat(application.view().stage()).isEqualTo(end);
        assertThat(application.isOpen()).isFalse();
        assertThat(heldIdentity()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatFollowsAndRefusesTheRest(RegistrationStage stage) {
        FOLLOWS.forEach((step, stages) -> {
            var at = new RegistrationApplication("REG-2026-000123", DETAILS, TrackerSecret.next(), NOW);
            requireNonNull(WAYS.get(stage)).accept(at);
            var before = at.view();
            if (stages.contains(stage)) {
                assertThatCode(() -> step.accept(at)).doesNotThrowAnyException();
            } else {
                assertThatIllegalStateException()
                        .isThrownBy(() -> step.accept(at))
                        .withMessage("REG-2026-000123 is " + stage);
                assertThat(at.view()).isEqualTo(before);
            }
        });
    }

    @Test
    void saysWhereItsCaseStandsAndWhoseTurnItIs() {
        assertThat(application.review(DUE)).isEqualTo(new CaseStep(RegistrationStage.REVIEW, Turn.VENDOR, DUE));
        assertThat(application.approve()).isEqualTo(new CaseStep(RegistrationStage.REGISTERING, Turn.SYSTEM, null));
        assertThat(application.register()).isEqualTo(CaseStep.closed(RegistrationStage.REGISTERED));
    }

    @Test
    void keepsItsIdentityWhileItWaitsForACorrection() {
        application.claimIdentity();
        application.review(DUE);
        application.returnForCorrection(
                "Телефон не отвечает", List.of(ReturnedField.COMPANY_PHONE, ReturnedField.CONTACT));

        var view = application.view();
        assertThat(view.stage()).isEqualTo(RegistrationStage.CORRECTION);
        assertThat(view.reviewReason()).isEqualTo("Телефон не отвечает");
        assertThat(view.returnedFields()).containsExactlyInAnyOrder(ReturnedField.COMPANY_PHONE, ReturnedField.CONTACT);
        assertThat(heldIdentity()).isEqualTo("KZ:090540008881");
    }

    @Test
    void takesTheCorrectionAndClaimsTheIdentityAnew() {
        application.claimIdentity();
        application.review(DUE);
        application.returnForCorrection("Другой БИН", List.of(ReturnedField.COMPANY_IDENTITY));
        var corrected = Typed.RIGHT
                .with("company.bin", "990140000106")
                .with("contact.email", "boss@other.example")
                .details();

        application.correct(corrected);

        assertThat(heldIdentity()).as("released until it is claimed").isNull();
        var view = application.view();
        assertThat(view.details()).isEqualTo(corrected);
        assertThat(view.returnedFields()).as("nothing left to correct").isEmpty();
        assertThat(view.reviewReason())
                .as("the reviewer sees why it was returned")
                .isEqualTo("Другой БИН");
        application.claimIdentity();
        assertThat(heldIdentity()).isEqualTo("KZ:990140000106");
        assertThat(application)
                .extracting("mailDomain", "nameKey")
                .as("what lookalikes are found by")
                .containsExactly("other.example", "stpkntrl");
    }

    @Test
    void canBeReturnedMoreThanOnce() {
        application.review(DUE);
        application.returnForCorrection("Раз", List.of(ReturnedField.values()));
        application.correct(DETAILS);
        application.review(DUE);
        application.returnForCorrection("Два", List.of(ReturnedField.WISHED_TIER));

        assertThat(application.view().reviewReason()).isEqualTo("Два");
        assertThat(application.view().returnedFields()).containsExactly(ReturnedField.WISHED_TIER);
    }

    @Test
    void staysOpenWithTheReasonBetweenTheRefusalAndItsEnd() {
        application.claimIdentity();
        application.review(DUE);

        application.refuse("Вне программы");

        assertThat(application.isOpen()).isTrue();
        assertThat(heldIdentity()).isEqualTo("KZ:090540008881");
        application.reject();
        assertThat(application.view().stage()).isEqualTo(RegistrationStage.REJECTED);
        assertThat(application.view().reviewReason()).isEqualTo("Вне программы");
    }

    @Test
    void hasRoomForEveryFieldAtOnce() {
        application.review(DUE);
        application.returnForCorrection("Всё", List.of(ReturnedField.values()));

        assertThat((String) ReflectionTestUtils.getField(application, "returnedFields"))
                .hasSizeLessThanOrEqualTo(400);
        assertThat(application.view().returnedFields()).containsExactly(ReturnedField.values());
    }

    @Test
    void isNewUntilItIsStored() {
        assertThat(application.isNew()).isTrue();
        application.stored();
        assertThat(application.isNew()).isFalse();
    }

    private void go(RegistrationStage stage) {
        requireNonNull(WAYS.get(stage)).accept(application);
    }

    private static void giveBack(RegistrationApplication application) {
        application.review(DUE);
        application.returnForCorrection("Почему?", List.of(ReturnedField.CONTACT));
    }

    private static void approve(RegistrationApplication application) {
        application.review(DUE);
        application.approve();
    }

    /** A column with a unique constraint and nothing else: the database looks at it, no method does. */
    private Object heldIdentity() {
        return ReflectionTestUtils.getField(application, "openIdentity");
    }
}
