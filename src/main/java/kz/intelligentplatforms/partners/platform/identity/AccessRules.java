package kz.intelligentplatforms.partners.platform.identity;

import java.util.List;

/** Who may ask for the addresses of one module: a bean beside them. What nobody names is closed. */
public record AccessRules(List<AccessRule> rules) {

    public static AccessRules of(AccessRule... rules) {
        return new AccessRules(List.of(rules));
    }
}
