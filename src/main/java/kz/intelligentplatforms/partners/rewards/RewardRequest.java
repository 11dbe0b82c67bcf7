package kz.intelligentplatforms.partners.rewards;

import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.validation.Figure.Kind;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Line;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import org.jspecify.annotations.Nullable;

/**
 * A reward as a program manager types it. What is empty in Kazakh or English is shown in Russian.
 *
 * @param price whole points
 * @param stock how many there are; empty where there is always enough
 */
public record RewardRequest(
        @Line(max = MAX_TITLE) String titleRu,
        @Prose(max = MAX_DESCRIPTION) String descriptionRu,
        @Prose(max = MAX_TITLE, required = false) String titleKk,
        @Prose(max = MAX_DESCRIPTION, required = false) String descriptionKk,
        @Prose(max = MAX_TITLE, required = false) String titleEn,
        @Prose(max = MAX_DESCRIPTION, required = false) String descriptionEn,

        @Figure(value = Kind.WHOLE_NUMBER, min = 1, max = MAX_POINTS)
        String price,

        @Figure(value = Kind.WHOLE_NUMBER, min = 0, max = MAX_STOCK, required = false)
        String stock) {

    public static final int MAX_TITLE = 200;
    public static final int MAX_DESCRIPTION = 2000;

    private static final long MAX_POINTS = 100_000_000;
    private static final long MAX_STOCK = 1_000_000;

    public RewardRequest {
        titleRu = InputText.clean(titleRu);
        titleKk = oneLine(titleKk);
        titleEn = oneLine(titleEn);
        descriptionRu = InputText.cleanLines(descriptionRu);
        descriptionKk = InputText.cleanLines(descriptionKk);
        descriptionEn = InputText.cleanLines(descriptionEn);
        price = InputText.clean(price);
        stock = InputText.clean(stock);
    }

    public static final RewardRequest EMPTY = new RewardRequest("", "", "", "", "", "", "", "");

    /** A reward as it is now, to be changed. */
    public static RewardRequest of(RewardView reward) {
        return new RewardRequest(
                reward.title().ru(),
                reward.description().ru(),
                reward.title().kk(),
                reward.description().kk(),
                reward.title().en(),
                reward.description().en(),
                String.valueOf(reward.points()),
                reward.stock() == null ? "" : String.valueOf(reward.stock()));
    }

    PublicText title() {
        return new PublicText(titleRu, titleKk, titleEn);
    }

    PublicText description() {
        return new PublicText(descriptionRu, descriptionKk, descriptionEn);
    }

    /** @throws java.util.NoSuchElementException when it has not passed its constraint */
    long points() {
        return InputText.amount(price).orElseThrow();
    }

    /** How many there are; null where there is always enough. */
    @Nullable
    Integer pieces() {
        return stock.isEmpty()
                ? null
                : InputText.amount(stock).map(Long::intValue).orElseThrow();
    }

    private static String oneLine(String text) {
        return InputText.cleanLines(text).replace('\n', ' ');
    }
}
