package kz.intelligentplatforms.partners.points;

/** How the rates of {@code points-rate.dmn} apply (program.md, reading 1); the setting {@code program.points.calculation}. */
public enum Calculation {
    /** The highest rate reached applies to the whole sum. */
    WHOLE_SUM,
    /** Each rate applies to the part of the sum above its threshold. */
    MARGINAL
}
