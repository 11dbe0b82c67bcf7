package kz.intelligentplatforms.partners.cofunding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.validation.DocumentNumbers;
import kz.intelligentplatforms.partners.platform.validation.InputText;

/** Holds a claim against what was approved. */
public final class ClaimCheck {

    private static final int MAX_NUMBER = 60;

    private ClaimCheck() {}

    /**
     * What is wrong; empty when the claim may be reviewed.
     *
     * @param proved the proofs of which there are files
     */
    public static List<CoFundingViolation> violationsOf(
            CoFundingView request, ClaimForm claim, Set<Proof> proved, LocalDate today) {
        var flaws = new ArrayList<CoFundingViolation>();
        if (claim.costs().size() != request.lines().size()) {
            flaws.add(CoFundingViolation.of("costs", "cofunding.flaw.lines-differ"));
            return flaws;
        }
        var lines = claim.lines();
        for (int line = 0; line < lines.size(); line++) {
            flaws.addAll(violationsOf(lines.get(line), claim.costs().get(line), "costs[" + line + "].", today));
        }
        var claimed = claim.claimedAmount();
        var most = request.shareOf(lines.stream().map(ClaimLine::spent).toList());
        var reserved = Objects.requireNonNull(request.approved());
        if (claimed.compareTo(reserved) > 0) {
            flaws.add(CoFundingViolation.of("claimed", "cofunding.flaw.over-reservation", reserved));
        } else if (claimed.compareTo(most) > 0) {
            flaws.add(CoFundingViolation.of(
                    "claimed", "cofunding.flaw.over-costs", new CoFundingRequestCheck.Share(request.share()), most));
        }
        request.proofs().stream()
                .filter(proof -> !proved.contains(proof))
                .forEach(proof -> flaws.add(CoFundingViolation.of("proof." + proof, "cofunding.flaw.no-proof")));
        return flaws;
    }

    private static List<CoFundingViolation> violationsOf(
            ClaimLine line, ClaimForm.ClaimedCost typed, String prefix, LocalDate today) {
        var flaws = new ArrayList<CoFundingViolation>();
        boolean spent = line.spent().signum() > 0;
        if (InputText.hasControls(typed.invoiceNumber())) {
            flaws.add(CoFundingViolation.of(prefix + "invoiceNumber", "error.control-characters"));
        } else if (typed.invoiceNumber().length() > MAX_NUMBER) {
            flaws.add(CoFundingViolation.of(prefix + "invoiceNumber", "cofunding.flaw.invoice-too-long", MAX_NUMBER));
        } else if (spent && DocumentNumbers.looseKey(typed.invoiceNumber()).isEmpty()) {
            flaws.add(CoFundingViolation.of(prefix + "invoiceNumber", "cofunding.flaw.no-invoice"));
        }
        if (spent || !typed.invoicedOn().isEmpty()) {
            var day = line.invoicedOn();
            if (day == null) {
                flaws.add(CoFundingViolation.of(prefix + "invoicedOn", "error.day"));
            } else if (day.isAfter(today)) {
                flaws.add(CoFundingViolation.of(prefix + "invoicedOn", "error.day-to-come"));
            } else if (day.isBefore(today.minusYears(2))) {
                flaws.add(CoFundingViolation.of(prefix + "invoicedOn", "cofunding.flaw.invoice-old"));
            }
        }
        return flaws;
    }
}
