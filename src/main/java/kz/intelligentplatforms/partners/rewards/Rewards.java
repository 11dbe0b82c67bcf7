package kz.intelligentplatforms.partners.rewards;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of rewards, which the program managers keep. */
@Service
@Transactional
public class Rewards {

    private static final Logger LOG = LoggerFactory.getLogger(Rewards.class);

    private final RewardRecords rewards;

    Rewards(RewardRecords rewards) {
        this.rewards = rewards;
    }

    /** What partners can ask for, the cheapest first. */
    @Transactional(readOnly = true)
    public List<RewardView> offered() {
        return rewards.findByOfferedTrueOrderByPointsAscIdAsc().stream()
                .map(Reward::view)
                .toList();
    }

    /** Everything there is and was, what is offered first. */
    @Transactional(readOnly = true)
    public List<RewardView> all() {
        return rewards.findAllByOrderByOfferedDescPointsAscIdAsc().stream()
                .map(Reward::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<RewardView> byId(long id) {
        return rewards.findById(id).map(Reward::view);
    }

    /**
     * Adds a reward, offered from now on.
     *
     * @param wished has passed its constraints
     * @return its id
     */
    public long add(RewardRequest wished, String user) {
        var id = rewards.save(new Reward(wished)).id();
        LOG.info("Reward {} added by {}", id, user);
        return id;
    }

    /**
     * Changes a reward. Whoever has asked for it keeps the title and the points of that moment.
     *
     * @param version the one that was shown
     * @param wished has passed its constraints
     * @throws RewardChanged when it is another version by now
     */
    public void change(long id, int version, RewardRequest wished, String user) {
        lock(id).change(version, wished);
        LOG.info("Reward {} changed by {}", id, user);
    }

    /** Starts or stops offering a reward; requests that wait are decided as before. */
    public void offer(long id, boolean offered, String user) {
        lock(id).offer(offered);
        LOG.info("Reward {} {} by {}", id, offered ? "offered" : "taken from the catalogue", user);
    }

    private Reward lock(long id) {
        return rewards.lock(id).orElseThrow(() -> new NoSuchElementException("No reward " + id));
    }
}
