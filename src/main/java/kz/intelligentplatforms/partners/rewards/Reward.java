package kz.intelligentplatforms.partners.rewards;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import kz.intelligentplatforms.partners.rewards.RedemptionRefused.Reason;
import org.jspecify.annotations.Nullable;

/** What points are spent on. Whoever takes a piece or gives one back holds its row. */
@Entity
class Reward {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Embedded
    @AttributeOverride(name = "ru", column = @Column(name = "title_ru"))
    @AttributeOverride(name = "kk", column = @Column(name = "title_kk"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private PublicText title;

    @Embedded
    @AttributeOverride(name = "ru", column = @Column(name = "description_ru"))
    @AttributeOverride(name = "kk", column = @Column(name = "description_kk"))
    @AttributeOverride(name = "en", column = @Column(name = "description_en"))
    private PublicText description;

    private long points;
    private @Nullable Integer stock;
    private boolean offered;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Reward() {}

    Reward(RewardRequest wished) {
        this.title = wished.title();
        this.description = wished.description();
        this.points = wished.points();
        this.stock = wished.pieces();
        this.offered = true;
    }

    /** @throws RewardChanged when it is another version than the one that was to be changed */
    void change(int known, RewardRequest wished) {
        if (version != known) {
            throw new RewardChanged();
        }
        title = wished.title();
        description = wished.description();
        points = wished.points();
        stock = wished.pieces();
    }

    void offer(boolean now) {
        offered = now;
    }

    /**
     * Takes a piece for a partner.
     *
     * @param agreed the points it was offered for
     * @return whether one was taken off the stock, which has to come back if the partner does not get it
     * @throws RedemptionRefused when it is not offered, not for these points, or sold out
     */
    boolean take(long agreed) {
        if (!offered) {
            throw new RedemptionRefused(Reason.NOT_OFFERED);
        }
        if (points != agreed) {
            throw new RedemptionRefused(Reason.PRICE_CHANGED);
        }
        if (stock == null) {
            return false;
        }
        if (stock == 0) {
            throw new RedemptionRefused(Reason.SOLD_OUT);
        }
        stock--;
        return true;
    }

    /** A piece is free again; where there is always enough by now, it needs no counting. */
    void giveBack() {
        if (stock != null) {
            stock++;
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicText title() {
        return title;
    }

    RewardView view() {
        return new RewardView(id(), title, description, points, stock, offered, version);
    }
}
