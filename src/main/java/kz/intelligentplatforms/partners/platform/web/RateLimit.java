package kz.intelligentplatforms.partners.platform.web;

import java.util.Set;

/**
 * How often one address may send something without signing in: a bean of the module that takes it.
 *
 * @param paths are counted together
 */
public record RateLimit(int perHour, Set<String> paths) {}
