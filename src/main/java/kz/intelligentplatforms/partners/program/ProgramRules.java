package kz.intelligentplatforms.partners.program;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.rules.DecisionTables;
import org.springframework.stereotype.Component;

/** The rules of the program, as the deployed decision tables have them. */
@Component
public class ProgramRules {

    private final DecisionTables tables;

    ProgramRules(DecisionTables tables) {
        this.tables = tables;
    }

    /** What a level asks for; source: {@code tier-requirements.dmn}. */
    public Set<Requirement> requirementsOf(Tier tier) {
        return requirements(tier.name());
    }

    /** What the service status asks for, beside a level that allows it; source: {@code tier-requirements.dmn}. */
    public Set<Requirement> requirementsOfServiceStatus() {
        return requirementsOf(TargetStatus.SERVICE);
    }

    /** What a wish asks for; source: {@code tier-requirements.dmn}. */
    public Set<Requirement> requirementsOf(TargetStatus target) {
        return requirements(target.name());
    }

    /** What a level alone gives; source: {@code tier-benefits.dmn}. */
    public Set<Benefit> benefitsOf(Tier tier) {
        return benefits(tier, false);
    }

    /** What the service status adds to a level; nothing where the level does not allow it. Source: {@code tier-benefits.dmn}. */
    public Set<Benefit> benefitsOfServiceStatus(Tier tier) {
        var added = EnumSet.noneOf(Benefit.class);
        added.addAll(benefits(tier, true));
        added.removeAll(benefits(tier, false));
        return added;
    }

    /** All that a partner of this level, with or without the service status, is given; source: {@code tier-benefits.dmn}. */
    public Set<Benefit> benefitsOf(Tier tier, boolean service) {
        return benefits(tier, service);
    }

    /** Whether the service status may be held on top of a level; source: {@code tier-benefits.dmn} has a row for it. */
    public boolean allowsServiceStatus(Tier tier) {
        return tables.evaluateUnique("tier-benefits", Map.of("tier", tier.name(), "service", true))
                .isPresent();
    }

    private Set<Requirement> requirements(String target) {
        var row = row("tier-requirements", Map.of("target", target));
        var found = EnumSet.noneOf(Requirement.class);
        Arrays.stream(Requirement.values())
                .filter(requirement -> isTrue(row, requirement.column))
                .forEach(found::add);
        return found;
    }

    private Set<Benefit> benefits(Tier tier, boolean service) {
        var row = row("tier-benefits", Map.of("tier", tier.name(), "service", service));
        var found = EnumSet.noneOf(Benefit.class);
        Arrays.stream(Benefit.values())
                .filter(benefit -> isTrue(row, benefit.column))
                .forEach(found::add);
        return found;
    }

    private Map<String, Object> row(String table, Map<String, Object> inputs) {
        return tables.evaluateUnique(table, inputs).orElse(Map.of());
    }

    private static boolean isTrue(Map<String, Object> row, String column) {
        return Boolean.TRUE.equals(row.get(column));
    }
}
