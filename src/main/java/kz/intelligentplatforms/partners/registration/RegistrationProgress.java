package kz.intelligentplatforms.partners.registration;

import java.util.ArrayList;
import java.util.List;
import kz.intelligentplatforms.partners.cases.CaseView;

/** A registration as a line of steps, for people to see how far it is. */
public final class RegistrationProgress {

    private static final List<String> STEPS = List.of("RECEIVED", "REVIEW", "DECISION", "PARTNER");

    private RegistrationProgress() {}

    /**
     * A step of the line.
     *
     * @param text the message key of its name
     */
    public record Step(String text, State state) {}

    /** How a step stands. */
    public enum State {
        DONE,
        CURRENT,
        AHEAD,
        /** The line ends here, without a new partner. */
        ENDED
    }

    /** The steps of a registration, in order. */
    public static List<Step> of(CaseView view) {
        return switch (view.stage()) {
            case "RECEIVED" -> at(0);
            case "REVIEW", "CORRECTION" -> at(1);
            case "REGISTERING" -> at(2);
            case "REGISTERED" -> at(STEPS.size());
            case "REJECTED" -> endedAfter(2, view);
            default -> endedAfter(1, view);
        };
    }

    private static List<Step> at(int current) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STEPS.size(); i++) {
            var state = i < current ? State.DONE : i == current ? State.CURRENT : State.AHEAD;
            steps.add(new Step("case.REGISTRATION.step." + STEPS.get(i), state));
        }
        return steps;
    }

    private static List<Step> endedAfter(int done, CaseView view) {
        var steps = new ArrayList<>(at(done).subList(0, done));
        steps.add(new Step("case.REGISTRATION.stage." + view.stage(), State.ENDED));
        return steps;
    }
}
