package kz.intelligentplatforms.partners.purchases.correction;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseValues;

/**
 * What is wished for a recorded purchase, as typed. What the purchase would say is held against the rules of all purchases.
 *
 * @param action the name of a {@link CorrectionAction}; only what is not voided needs the fields up to the reason
 * @param buyer a BIN or IIN, or country and tax number
 */
public record CorrectionRequest(
        String action,
        String documentNumber,
        String kind,
        String date,
        String amount,
        String buyer,
        @Prose(max = MAX_REASON) String reason) {

    public static final int MAX_REASON = 2000;

    public CorrectionRequest {
        action = InputText.clean(action);
        documentNumber = InputText.clean(documentNumber);
        kind = InputText.clean(kind);
        date = InputText.clean(date);
        amount = InputText.clean(amount);
        buyer = InputText.clean(buyer);
        reason = InputText.cleanLines(reason);
    }

    /** What is asked for, where that is told. */
    public Optional<CorrectionAction> chosen() {
        return Arrays.stream(CorrectionAction.values())
                .filter(value -> value.name().equals(action))
                .findFirst();
    }

    /** What the purchase would say. */
    Map<PurchaseField, String> said() {
        var said = new EnumMap<PurchaseField, String>(PurchaseField.class);
        said.put(PurchaseField.DOCUMENT_NUMBER, documentNumber);
        said.put(PurchaseField.KIND, kind);
        said.put(PurchaseField.DATE, date);
        said.put(PurchaseField.AMOUNT, amount);
        said.putAll(PurchaseValues.fieldsOf(TaxIdentity.read(buyer)));
        return said;
    }
}
