package kz.intelligentplatforms.partners.platform.engine;

/** What whoever decides on a case answers; nothing is decided by default. */
public enum Decision {
    APPROVE,
    /** Back to the company, which corrects it. */
    RETURN,
    REJECT
}
