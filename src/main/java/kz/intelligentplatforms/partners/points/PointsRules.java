package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.rules.DecisionTables;
import kz.intelligentplatforms.partners.points.Rates.Band;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.ProgramRules;
import kz.intelligentplatforms.partners.program.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of points, as the deployed decision tables and the settings have them. */
@Component
public class PointsRules {

    private final DecisionTables tables;
    private final ProgramRules program;
    private final Calculation calculation;

    PointsRules(DecisionTables tables, ProgramRules program, PointsSettings settings) {
        this.tables = tables;
        this.program = program;
        this.calculation = settings.calculation();
    }

    /** The rates as they are now, for as many totals as there are; source: {@code points-rate.dmn}. */
    public Rates rates() {
        var table = tables.latest("points-rate");
        return new Rates(total -> bands(table.evaluate(Map.of("total", total))), calculation);
    }

    private static List<Band> bands(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> new Band(number(row.get("above")), number(row.get("rate"))))
                .toList();
    }

    private static BigDecimal number(@Nullable Object cell) {
        return new BigDecimal(Objects.requireNonNull(cell, "points-rate.dmn").toString());
    }

    /** The levels whose partners accrue points; source: the column {@code pointsProgram} of {@code tier-benefits.dmn}. */
    public Set<Tier> accruingTiers() {
        var tiers = EnumSet.noneOf(Tier.class);
        for (var tier : Tier.values()) {
            if (program.benefitsOf(tier).contains(Benefit.POINTS_PROGRAM)) {
                tiers.add(tier);
            }
        }
        return tiers;
    }
}
