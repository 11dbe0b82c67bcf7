package kz.intelligentplatforms.partners.cofunding.web;

import java.util.Arrays;
import java.util.List;
import kz.intelligentplatforms.partners.cases.ProgressStep;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.Phase;
import kz.intelligentplatforms.partners.cofunding.Stage;

/** A request as a line of its phases, for people to see how far it is. */
final class PhaseLine {

    private static final List<String> PHASES = Arrays.stream(Phase.values())
            .map(phase -> "cofunding.phase." + phase)
            .toList();

    private PhaseLine() {}

    static List<ProgressStep> of(CoFundingView request, Stage stage) {
        if (stage == Stage.PAID) {
            return ProgressStep.line(PHASES, PHASES.size());
        }
        return stage.phase() == Phase.CLOSED
                ? ProgressStep.ended(PHASES, doneBefore(request, stage), "case.CO_FUNDING.stage." + stage)
                : ProgressStep.line(PHASES, stage.phase().ordinal());
    }

    /** How many phases a request that came to nothing had behind it. */
    private static int doneBefore(CoFundingView request, Stage outcome) {
        if (request.claimed() != null) {
            return Phase.SETTLEMENT.ordinal();
        }
        if (request.claimDueOn() != null) {
            return Phase.CLAIM.ordinal();
        }
        return outcome == Stage.REJECTED || request.approved() != null ? Phase.AUTHORIZATION.ordinal() : 1;
    }
}
