package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused.Reason;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.rules.DecisionTables;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.Tier;
import org.springframework.stereotype.Component;

/** The rules of co-funding, as the deployed table {@code co-funding-rules.dmn} has them. */
@Component
public class CoFundingRules {

    private final DecisionTables tables;
    private final Partners partners;

    CoFundingRules(DecisionTables tables, Partners partners) {
        this.tables = tables;
        this.partners = partners;
    }

    /** The terms for a partner of this level; nothing where that is not co-funded. */
    public Optional<CoFundingTerms> termsFor(Tier tier, Activity activity) {
        return tables.evaluateUnique("co-funding-rules", Map.of("tier", tier.name(), "activity", activity.name()))
                .map(CoFundingRules::terms);
    }

    /** All that a partner of this level may ask for; empty where the level is not co-funded. */
    public Map<Activity, CoFundingTerms> termsFor(Tier tier) {
        var terms = new EnumMap<Activity, CoFundingTerms>(Activity.class);
        for (var activity : Activity.values()) {
            termsFor(tier, activity).ifPresent(found -> terms.put(activity, found));
        }
        return terms;
    }

    /** Why a partner could not ask for anything today; nothing when it may. */
    public Optional<Reason> obstacle(PartnerView partner) {
        if (!partners.isActive(partner.id())) {
            return Optional.of(Reason.NOT_A_MEMBER);
        }
        return termsFor(partner.tier()).isEmpty() ? Optional.of(Reason.LEVEL_NOT_ELIGIBLE) : Optional.empty();
    }

    private static CoFundingTerms terms(Map<String, Object> row) {
        return new CoFundingTerms(
                number(row, "maxShare"),
                number(row, "maxAmount").setScale(2),
                number(row, "financeAbove").setScale(2),
                number(row, "daysBefore").intValueExact(),
                number(row, "claimDays").intValueExact(),
                proofs(Objects.requireNonNullElse(row.get("proofs"), "").toString()));
    }

    private static BigDecimal number(Map<String, Object> row, String column) {
        return new BigDecimal(String.valueOf(row.get(column)));
    }

    static Set<Proof> proofs(String names) {
        var proofs = EnumSet.noneOf(Proof.class);
        Arrays.stream(names.split(","))
                .map(InputText::clean)
                .filter(name -> !name.isEmpty())
                .map(Proof::valueOf)
                .forEach(proofs::add);
        return proofs;
    }
}
