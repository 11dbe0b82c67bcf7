package kz.intelligentplatforms.partners.points;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How points are calculated.
 *
 * @param calculation {@code WHOLE_SUM} or {@code MARGINAL} (program.md, reading 1)
 * @param anomalyGrowth how many times the purchases of the quarter before are remarkable
 * @param chunk partners calculated or posted in one transaction
 */
@ConfigurationProperties("program.points")
public record PointsSettings(Calculation calculation, int anomalyGrowth, int chunk) {}
