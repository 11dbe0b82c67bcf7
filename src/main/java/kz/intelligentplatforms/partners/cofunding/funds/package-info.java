/** The vendor's money for co-funding: funds, and the ledger of all that is allocated, reserved, released and paid. */
@NamedInterface("funds")
@NullMarked
package kz.intelligentplatforms.partners.cofunding.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
