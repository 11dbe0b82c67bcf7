package kz.intelligentplatforms.partners.points;

import java.math.BigDecimal;
import kz.intelligentplatforms.partners.program.Quarter;

/**
 * A partner's quarter.
 *
 * @param purchases sales less returns, in KZT
 * @param accrued points posted by the calculations for the quarter
 */
public record QuarterFigures(Quarter quarter, BigDecimal purchases, long accrued) {}
