package kz.intelligentplatforms.partners.directory;

import org.jspecify.annotations.Nullable;

/** What is to become of a partner's logo: a new one, none, or what there is. */
public record LogoChoice(@Nullable Logo uploaded, boolean removed) {

    public static final LogoChoice KEEP = new LogoChoice(null, false);
}
