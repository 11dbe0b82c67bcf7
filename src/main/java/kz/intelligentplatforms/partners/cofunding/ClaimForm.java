package kz.intelligentplatforms.partners.cofunding;

import static kz.intelligentplatforms.partners.platform.validation.InputText.clean;
import static kz.intelligentplatforms.partners.platform.validation.InputText.cleanLines;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.validation.Figure.Kind;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;

/**
 * What a partner claims after its activity, as typed: one cost for each line of the request, in its order. What belongs together is
 * held against the request in {@link ClaimCheck}.
 */
public record ClaimForm(
        List<@Valid ClaimedCost> costs,
        @Figure(Kind.MONEY) String claimed,
        @Prose(max = 4000) String report) {

    /** What a line of the request cost in the end; without an invoice only where that is nothing. */
    public record ClaimedCost(@Figure(Kind.MONEY_OR_ZERO) String spent, String invoiceNumber, String invoicedOn) {

        public static final ClaimedCost EMPTY = new ClaimedCost("", "", "");

        public ClaimedCost {
            spent = clean(spent);
            invoiceNumber = clean(invoiceNumber);
            invoicedOn = clean(invoicedOn);
        }

        /** In KZT; zero while it is no sum. */
        public BigDecimal amount() {
            return InputText.money(spent).orElse(BigDecimal.ZERO);
        }
    }

    /** What is typed comes through frameworks that know no null checks: here it becomes clean. */
    @SuppressWarnings("ConstantValue")
    public ClaimForm {
        costs = InputText.rows(costs);
        claimed = clean(claimed);
        report = cleanLines(report);
    }

    /** What a request claims already, as it could have been typed; nothing typed yet where it claims nothing. */
    public static ClaimForm of(CoFundingView request) {
        var claim = request.claim();
        return new ClaimForm(
                request.lines().stream().map(ClaimForm::cost).toList(),
                claim == null ? "" : CoFundingRequestForm.typed(claim.claimed()),
                claim == null ? "" : claim.report());
    }

    private static ClaimedCost cost(CostLineView line) {
        var spent = line.spent();
        return spent == null
                ? ClaimedCost.EMPTY
                : new ClaimedCost(
                        CoFundingRequestForm.typed(spent),
                        Objects.requireNonNullElse(line.invoiceNumber(), ""),
                        line.invoicedOn() == null ? "" : line.invoicedOn().toString());
    }

    /** One for each line, whether it has passed its constraints or not. */
    List<ClaimLine> lines() {
        return costs.stream()
                .map(cost -> new ClaimLine(
                        cost.amount(),
                        cost.invoiceNumber(),
                        InputText.day(cost.invoicedOn()).orElse(null)))
                .toList();
    }

    /** What each line cost, in KZT. */
    public List<BigDecimal> spent() {
        return costs.stream().map(ClaimedCost::amount).toList();
    }

    /** The sum of its lines, in KZT. */
    public BigDecimal total() {
        return spent().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is claimed of the vendor, in KZT; zero while it is no sum. */
    public BigDecimal claimedAmount() {
        return InputText.money(claimed).orElse(BigDecimal.ZERO);
    }
}
