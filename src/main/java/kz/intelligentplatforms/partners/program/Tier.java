package kz.intelligentplatforms.partners.program;

/** The levels of the program, from the first one on; a partner holds exactly one (program.md, "Levels"). */
public enum Tier {
    PRIMARY_RESELLER,
    PROFESSIONAL_RESELLER,
    CORPORATE_RESELLER,
    SOLUTION_PROVIDER
}
