package kz.intelligentplatforms.partners.purchases;

import org.jspecify.annotations.Nullable;

/**
 * What has been recorded of a document, once or in several versions.
 *
 * @param id in the table it is in
 * @param partnerId whose it is; nobody's where it is kept apart
 * @param revision which of its document's records this is; corrections have higher ones
 * @param standing whether it counts, and was neither corrected nor voided
 */
record StoredPurchase(long id, @Nullable Long partnerId, int revision, boolean standing, Purchase purchase) {}
