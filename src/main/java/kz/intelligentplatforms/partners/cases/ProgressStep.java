package kz.intelligentplatforms.partners.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of a line that shows how far a case is; see {@code cases/fragments :: progress}.
 *
 * @param text the message key of its name
 */
public record ProgressStep(String text, State state) {

    /** How a step stands. */
    public enum State {
        DONE,
        CURRENT,
        AHEAD,
        /** The line ends here, without what the company asked for. */
        ENDED
    }

    /** The whole line, in order. */
    public static List<ProgressStep> line(List<String> texts, int current) {
        var steps = new ArrayList<ProgressStep>();
        for (int i = 0; i < texts.size(); i++) {
            var state = i < current ? State.DONE : i == current ? State.CURRENT : State.AHEAD;
            steps.add(new ProgressStep(texts.get(i), state));
        }
        return steps;
    }

    /** A line that ends early: the first {@code done} steps, and how it ended. */
    public static List<ProgressStep> ended(List<String> texts, int done, String end) {
        var steps = line(texts.subList(0, done), done);
        steps.add(new ProgressStep(end, State.ENDED));
        return steps;
    }
}
