package kz.intelligentplatforms.partners.rewards;

/** Somebody else has changed the reward meanwhile, or a partner has asked for one; nothing has been overwritten. */
public class RewardChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RewardChanged() {
        super("Changed meanwhile", null, false, false);
    }
}
