package kz.intelligentplatforms.partners.rewards;

import kz.intelligentplatforms.partners.platform.web.PublicText;
import org.jspecify.annotations.Nullable;

/**
 * A reward of the catalogue.
 *
 * @param points what one costs
 * @param stock how many there are; null where there is always enough
 * @param offered whether partners see it
 * @param version counts its changes, partners' requests included
 */
public record RewardView(
        long id,
        PublicText title,
        PublicText description,
        long points,
        @Nullable Integer stock,
        boolean offered,
        int version) {

    public boolean isSoldOut() {
        return stock != null && stock == 0;
    }
}
