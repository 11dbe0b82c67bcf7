package kz.intelligentplatforms.partners.purchases;

import org.jspecify.annotations.Nullable;

/**
 * A purchase, and where it goes.
 *
 * @param line as in {@link PurchaseLine}
 * @param partnerId whose it is; nobody's where it is kept apart, and nothing where it is known already
 * @param replaces the version that it corrects; nothing where the document is new
 */
record ClassifiedPurchase(
        int line,
        Purchase purchase,
        Outcome outcome,
        @Nullable Long partnerId,
        @Nullable StoredPurchase replaces) {

    boolean isKnown() {
        return outcome == Outcome.KNOWN;
    }
}
