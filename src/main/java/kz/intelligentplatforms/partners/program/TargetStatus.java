package kz.intelligentplatforms.partners.program;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a partner can apply for: a level above the first, or the service status on top of its level (program.md, "Levels"). */
public enum TargetStatus {
    PROFESSIONAL_RESELLER(Tier.PROFESSIONAL_RESELLER),
    CORPORATE_RESELLER(Tier.CORPORATE_RESELLER),
    SOLUTION_PROVIDER(Tier.SOLUTION_PROVIDER),
    SERVICE(null);

    private final @Nullable Tier tier;

    TargetStatus(@Nullable Tier tier) {
        this.tier = tier;
    }

    /** The level applied for; nothing for the service status. */
    public Optional<Tier> tier() {
        return Optional.ofNullable(tier);
    }

    public boolean isService() {
        return this == SERVICE;
    }

    /** The level as something to apply for; nothing for the first level, which registration gives. */
    public static Optional<TargetStatus> of(Tier tier) {
        return Arrays.stream(values()).filter(target -> target.tier == tier).findFirst();
    }

    /** The target of this name, as addresses and forms give it. */
    public static Optional<TargetStatus> named(String name) {
        return Arrays.stream(values())
                .filter(target -> target.name().equals(name))
                .findFirst();
    }
}
