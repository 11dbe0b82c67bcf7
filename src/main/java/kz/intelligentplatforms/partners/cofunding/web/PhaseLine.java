package kz.intelligentplatforms.partners.cofunding.web;

import java.util.ArrayList;
import java.util.List;
import kz.intelligentplatforms.partners.cofunding.CoFundingView;
import kz.intelligentplatforms.partners.cofunding.Phase;
import kz.intelligentplatforms.partners.cofunding.Stage;

/** A request as a line of its seven phases, for people to see how far it is; see {@code cases/fragments :: progress}. */
final class PhaseLine {

    private PhaseLine() {}

    /**
     * A step of the line.
     *
     * @param text the message key of its name
     */
    record Step(String text, State state) {}

    /** How a step stands. */
    enum State {
        DONE,
        CURRENT,
        AHEAD,
        /** The line ends here, and nothing is paid. */
        ENDED
    }

    static List<Step> of(CoFundingView request, Stage stage) {
        if (stage == Stage.PAID) {
            return upTo(Phase.values().length);
        }
        if (stage.phase() != Phase.CLOSED) {
            return upTo(stage.phase().ordinal());
        }
        int done = doneBefore(request, stage);
        var steps = new ArrayList<>(upTo(done).subList(0, done));
        steps.add(new Step("case.CO_FUNDING.stage." + stage, State.ENDED));
        return steps;
    }

    private static List<Step> upTo(int current) {
        var steps = new ArrayList<Step>();
        for (var phase : Phase.values()) {
            var state =
                    phase.ordinal() < current ? State.DONE : phase.ordinal() == current ? State.CURRENT : State.AHEAD;
            steps.add(new Step("cofunding.phase." + phase, state));
        }
        return steps;
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
