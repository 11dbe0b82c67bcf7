package kz.intelligentplatforms.partners.cofunding;

import java.util.Arrays;
import java.util.List;

/** The parts of a request's life, in their order; the stages say more precisely where it stands. */
public enum Phase {
    REQUEST,
    REVIEW,
    AUTHORIZATION,
    APPROVED,
    CLAIM,
    SETTLEMENT,
    CLOSED;

    public List<Stage> stages() {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.phase() == this)
                .toList();
    }
}
