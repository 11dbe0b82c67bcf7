package kz.intelligentplatforms.partners.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Set;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationStage;
import org.junit.jupiter.api.Test;

class ProgramCaseTest {

    private static final Instant OPENED = Instant.parse("2026-07-13T04:00:00Z");
    private static final Instant DUE = Instant.parse("2026-07-15T13:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-07-14T05:00:00Z");

    private final ProgramCase programCase = new ProgramCase(
            "REG-2026-000123",
            PartnerRegistrationProcess.CASES,
            "ТОО «Степь Контроль»",
            "KZ:090540008881",
            new CaseStep(RegistrationStage.RECEIVED, Turn.SYSTEM, null),
            OPENED);

    @Test
    void startsOpenWithItsFirstStep() {
        var view = programCase.view(Set.of());

        assertThat(view)
                .isEqualTo(new CaseView(
                        "REG-2026-000123",
                        "REGISTRATION",
                        "ТОО «Степь Контроль»",
                        "RECEIVED",
                        Turn.SYSTEM,
                        Set.of(),
                        null,
                        OPENED,
                        null));
        assertThat(view.isClosed()).isFalse();
    }

    @Test
    void movesFromStepToStepWithTheTurnAndTheDeadlineOfEach() {
        programCase.moveTo(new CaseStep(RegistrationStage.REVIEW, Turn.VENDOR, DUE), CLOSED);
        assertThat(programCase.view(Set.of()))
                .extracting(CaseView::stage, CaseView::turn, CaseView::dueAt, CaseView::isClosed)
                .containsExactly("REVIEW", Turn.VENDOR, DUE, false);

        programCase.moveTo(new CaseStep(RegistrationStage.REGISTERING, Turn.SYSTEM, null), CLOSED);
        assertThat(programCase.view(Set.of()))
                .extracting(CaseView::stage, CaseView::turn, CaseView::dueAt, CaseView::isClosed)
                .containsExactly("REGISTERING", Turn.SYSTEM, null, false);
    }

    @Test
    void closesWhenItIsNobodysTurnAnyMore() {
        programCase.moveTo(new CaseStep(RegistrationStage.REVIEW, Turn.VENDOR, DUE), OPENED);
        programCase.moveTo(CaseStep.closed(RegistrationStage.REGISTERED), CLOSED);

        assertThat(programCase.view(Set.of()))
                .extracting(CaseView::stage, CaseView::turn, CaseView::dueAt, CaseView::closedAt, CaseView::isClosed)
                .containsExactly("REGISTERED", Turn.NOBODY, null, CLOSED, true);
    }

    @Test
    void staysClosed() {
        programCase.moveTo(CaseStep.closed(RegistrationStage.WITHDRAWN), CLOSED);

        assertThatIllegalStateException()
                .isThrownBy(() -> programCase.moveTo(new CaseStep(RegistrationStage.REVIEW, Turn.VENDOR, DUE), DUE))
                .withMessageContaining("REG-2026-000123");
        assertThatIllegalStateException()
                .isThrownBy(() -> programCase.moveTo(CaseStep.closed(RegistrationStage.REGISTERED), DUE));
        assertThat(programCase.view(Set.of()))
                .extracting(CaseView::stage, CaseView::closedAt)
                .containsExactly("WITHDRAWN", CLOSED);
    }

    @Test
    void takesANewNameOfTheCompany() {
        programCase.rename("ТОО «Степь»", "KZ:990140000106");

        assertThat(programCase.view(Set.of()).title()).isEqualTo("ТОО «Степь»");
    }

    @Test
    void isNewUntilItIsStored() {
        assertThat(programCase.isNew()).isTrue();
        programCase.stored();
        assertThat(programCase.isNew()).isFalse();
        assertThat(programCase.getId()).isEqualTo("REG-2026-000123");
    }
}
