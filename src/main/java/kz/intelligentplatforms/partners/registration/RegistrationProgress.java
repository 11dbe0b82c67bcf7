package kz.intelligentplatforms.partners.registration;

import java.util.List;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.ProgressStep;

/** A registration as a line of steps, for people to see how far it is. */
public final class RegistrationProgress {

    private static final List<String> STEPS = List.of(
            "case.REGISTRATION.step.RECEIVED",
            "case.REGISTRATION.step.REVIEW",
            "case.REGISTRATION.step.DECISION",
            "case.REGISTRATION.step.PARTNER");

    private RegistrationProgress() {}

    /** The steps of a registration, in order. */
    public static List<ProgressStep> of(CaseView view) {
        return switch (RegistrationStage.valueOf(view.stage())) {
            case RECEIVED -> ProgressStep.line(STEPS, 0);
            case REVIEW, CORRECTION -> ProgressStep.line(STEPS, 1);
            case REGISTERING -> ProgressStep.line(STEPS, 2);
            case REGISTERED -> ProgressStep.line(STEPS, STEPS.size());
            case REJECTED -> endedAfter(2, view);
            case EXPIRED, WITHDRAWN -> endedAfter(1, view);
        };
    }

    private static List<ProgressStep> endedAfter(int done, CaseView view) {
        return ProgressStep.ended(STEPS, done, "case.REGISTRATION.stage." + view.stage());
    }
}
