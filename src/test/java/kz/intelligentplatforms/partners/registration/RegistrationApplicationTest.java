package kz.intelligentplatforms.partners.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

class RegistrationApplicationTest {

    private static final Instant NOW = Instant.parse("2026-07-13T04:00:00Z");
    private static final ApplicationDetails DETAILS = Typed.RIGHT.details();

    private static final Map<RegistrationStatus, Consumer<RegistrationApplication>> ENDS = Map.of(
            RegistrationStatus.REGISTERED, RegistrationApplication::register,
            RegistrationStatus.REJECTED, RegistrationApplication::reject,
            RegistrationStatus.WITHDRAWN, RegistrationApplication::withdraw,
            RegistrationStatus.EXPIRED, RegistrationApplication::expire);

    private static final Map<String, Consumer<RegistrationApplication>> TRANSITIONS = Map.of(
            "claimIdentity", RegistrationApplication::claimIdentity,
            "returnForCorrection",
                    application -> application.returnForCorrection("Почему?", List.of(ReturnedField.CONTACT)),
            "correct", application -> application.correct(DETAILS),
            "refuse", application -> application.refuse("Нет"),
            "register", RegistrationApplication::register,
            "reject", RegistrationApplication::reject,
            "withdraw", RegistrationApplication::withdraw,
            "expire", RegistrationApplication::expire);

    private final RegistrationApplication application =
            new RegistrationApplication("REG-2026-000123", DETAILS, TrackerSecret.next(), NOW);

    @Test
    void startsOpenAsTyped() {
        assertThat(application.view())
                .isEqualTo(
                        new RegistrationView("REG-2026-000123", DETAILS, NOW, RegistrationStatus.OPEN, null, Set.of()));
        assertThat(heldIdentity()).isNull();
    }

    @Test
    void holdsItsIdentityFromTheClaimOn() {
        application.claimIdentity();

        assertThat(heldIdentity()).isEqualTo("KZ:090540008881");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void closesOnceAndReleasesItsIdentity(RegistrationStatus end) {
        application.claimIdentity();

        close(end);

        assertThat(application.view().status()).isEqualTo(end);
        assertThat(heldIdentity()).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void refusesEveryStepOnceItIsClosed(RegistrationStatus end, String transition) {
        close(end);
        var closed = application.view();

        assertThatIllegalStateException()
                .isThrownBy(() -> requireNonNull(TRANSITIONS.get(transition)).accept(application))
                .withMessage("Application REG-2026-000123 is " + end);
        assertThat(application.view()).isEqualTo(closed);
        assertThat(heldIdentity()).isNull();
    }

    static Stream<Arguments> refusesEveryStepOnceItIsClosed() {
        return ENDS.keySet().stream()
                .flatMap(end -> TRANSITIONS.keySet().stream().map(transition -> Arguments.of(end, transition)));
    }

    @Test
    void keepsItsIdentityWhileItWaitsForACorrection() {
        application.claimIdentity();
        application.returnForCorrection(
                "Телефон не отвечает", List.of(ReturnedField.COMPANY_PHONE, ReturnedField.CONTACT));

        var view = application.view();
        assertThat(view.status()).isEqualTo(RegistrationStatus.OPEN);
        assertThat(view.reviewReason()).isEqualTo("Телефон не отвечает");
        assertThat(view.returnedFields()).containsExactlyInAnyOrder(ReturnedField.COMPANY_PHONE, ReturnedField.CONTACT);
        assertThat(heldIdentity()).isEqualTo("KZ:090540008881");
    }

    @Test
    void takesTheCorrectionAndClaimsTheIdentityAnew() {
        application.claimIdentity();
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
        application.returnForCorrection("Раз", List.of(ReturnedField.values()));
        application.correct(DETAILS);
        application.returnForCorrection("Два", List.of(ReturnedField.WISHED_TIER));

        assertThat(application.view().reviewReason()).isEqualTo("Два");
        assertThat(application.view().returnedFields()).containsExactly(ReturnedField.WISHED_TIER);
    }

    @Test
    void staysOpenWithTheReasonBetweenTheRefusalAndItsEnd() {
        application.claimIdentity();

        application.refuse("Вне программы");

        assertThat(application.view().status()).isEqualTo(RegistrationStatus.OPEN);
        assertThat(heldIdentity()).isEqualTo("KZ:090540008881");
        application.reject();
        assertThat(application.view().status()).isEqualTo(RegistrationStatus.REJECTED);
        assertThat(application.view().reviewReason()).isEqualTo("Вне программы");
    }

    @Test
    void hasRoomForEveryFieldAtOnce() {
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

    private void close(RegistrationStatus end) {
        requireNonNull(ENDS.get(end)).accept(application);
    }

    /** A column with a unique constraint and nothing else: the database looks at it, no method does. */
    private Object heldIdentity() {
        return ReflectionTestUtils.getField(application, "openIdentity");
    }
}
